// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every table with what its module declares about it, in `privacy/<module>.yaml`. What the database itself says
/// of a column, its class of data and who sees it, is in the [Catalogue].
@Component
public class Registry {
    private static final String PERSON = "person";

    private final List<Declaration> declarations;

    Registry() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:privacy/*.yaml");
        Arrays.sort(files, Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
        var all = new ArrayList<Declaration>();
        for (Resource file : files) {
            try (var yaml = file.getInputStream()) {
                all.addAll(DeclarationFile.read(Objects.requireNonNull(file.getFilename()), yaml));
            }
        }
        // Whoever reads or erases comes to the person last: everything else finds its rows by them.
        all.sort(Comparator.comparing((Declaration each) -> each.table().equals(PERSON)));
        declarations = List.copyOf(all);
    }

    public List<Declaration> declarations() {
        return declarations;
    }

    /// Those that are about people, the person first.
    public List<Declaration> aboutPeople() {
        return declarations.stream()
                .filter(Declaration::personal)
                .sorted(Comparator.comparing(each -> !each.table().equals(PERSON)))
                .toList();
    }
}

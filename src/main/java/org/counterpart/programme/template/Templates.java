// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The templates that come along, in `resources/templates`, by the name of their file. The first is the one to begin
/// with where nobody chooses.
@Component
public class Templates {
    private static final List<String> FILES = List.of("pilot", "inclusion", "digital", "board");

    private final Map<String, Template> byFile = new LinkedHashMap<>();

    Templates() {
        FILES.forEach(file -> byFile.put(file, read(file)));
    }

    /// A template and the name of its file.
    public record Named(String file, Template template) {}

    /// The default first.
    public List<Named> all() {
        return byFile.entrySet().stream()
                .map(each -> new Named(each.getKey(), each.getValue()))
                .toList();
    }

    public Optional<Template> find(String file) {
        return Optional.ofNullable(byFile.get(file));
    }

    private static Template read(String file) {
        try (var content = new ClassPathResource("templates/" + file + ".yaml").getInputStream()) {
            return switch (TemplateFile.read(content.readAllBytes())) {
                case TemplateFile.Read(Template template) -> template;
                case TemplateFile.Refused(var faults) -> throw new IllegalStateException(file + ": " + faults);
            };
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

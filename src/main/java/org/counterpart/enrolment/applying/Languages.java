// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Languages as people write them: by their tag, or by name in English or in the language itself.
final class Languages {
    private static final Map<String, String> TAGS = tags();

    private Languages() {}

    /// Null for what is no language.
    static @Nullable String tag(String written) {
        return TAGS.get(written.strip().toLowerCase(Locale.ROOT));
    }

    /// What is no tag stays as it is.
    static String names(Collection<String> tags) {
        return tags.stream()
                .map(tag -> TAGS.containsKey(tag) ? Locale.of(tag).getDisplayLanguage(Locale.ENGLISH) : tag)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> tags() {
        var tags = new HashMap<String, String>();
        for (var tag : Locale.getISOLanguages()) {
            var language = Locale.of(tag);
            for (var shown : List.of(Locale.ENGLISH, language)) {
                tags.putIfAbsent(language.getDisplayLanguage(shown).toLowerCase(Locale.ROOT), tag);
            }
            tags.put(tag, tag);
        }
        return Map.copyOf(tags);
    }
}

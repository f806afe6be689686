// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpart.privacy.Exporting.Section;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;

/// An export in the words of its reader.
public record ReadableExport(List<Section> sections, String at, Texts texts) {
    /// Columns whose values are words of ours, which the texts translate.
    private static final Set<String> CODED =
            Set.of("role", "your_role", "your_answer", "kind", "act", "duty", "matter");

    public String title(Section section) {
        return texts.say("privacy.table." + section.table());
    }

    public String why(Section section) {
        return texts.say("privacy.table." + section.table() + ".why");
    }

    public String label(String column) {
        return texts.say("privacy.field." + column);
    }

    public String value(Map.Entry<String, @Nullable Object> entry) {
        return switch (entry.getValue()) {
            case null -> texts.say("privacy.field.none");
            case Instant moment -> texts.moment(moment);
            case List<?> several when several.isEmpty() -> texts.say("privacy.field.none");
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining("; "));
            case String code when CODED.contains(entry.getKey()) -> texts.say("privacy.value." + code);
            case Boolean yes -> texts.say(yes ? "privacy.yes" : "privacy.no");
            case String text when text.isEmpty() -> texts.say("privacy.field.none");
            case Object other -> other.toString();
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.template.TemplateFile.Key;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes a template as the file that [TemplateFile] reads.
public final class TemplateText {
    private final Map<String, Object> lines = new LinkedHashMap<>();

    private TemplateText() {}

    public static String of(Template template) {
        var text = new TemplateText();
        text.add(Key.COUNTERPART_TEMPLATE, 1);
        text.add(Key.NAME, template.name());
        text.add(Key.AIM, template.aim());
        text.add(Key.WHO_MAY_APPLY, template.whoMayApply());
        text.add(Key.SUCCESS, template.success());
        text.add(Key.STOPPING, template.stopping());
        text.add(Key.WEEKS, template.weeks() == 0 ? null : template.weeks());
        text.add(Key.MENTORS_WHO_START_NOW, Key.MENTORS_IN_RESERVE, template.mentors());
        text.add(Key.MENTEES_WHO_START_NOW, Key.MENTEES_IN_RESERVE, template.mentees());
        text.add(
                Key.STRATA,
                template.strata().isEmpty()
                        ? null
                        : template.strata().stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList());
        return text.yaml();
    }

    private void add(Key start, Key reserve, @Nullable Places places) {
        if (places != null) {
            add(start, places.start());
            add(reserve, places.reserve());
        }
    }

    private void add(Key key, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            lines.put(key.written(), value);
        }
    }

    private String yaml() {
        var readable = new DumperOptions();
        readable.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        readable.setWidth(100);
        readable.setAllowUnicode(true);
        readable.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(readable).dump(lines);
    }
}

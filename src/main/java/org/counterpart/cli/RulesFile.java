// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterpart.matching.Aim;
import org.counterpart.matching.Quota;
import org.counterpart.matching.Rule;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Strength;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads RULES.yaml: `level_gap`, `different_department`, `shared_language` and `working_hours` are each required,
/// preferred or ignored; `levels` (1 to 10) and `hours_in_common` (a week, 1 to 40) say how much; `first` is worst,
/// even, total or stable; `quotas` are [QuotaEntries].
final class RulesFile {
    private RulesFile() {}

    /// Null after the faults were told.
    static @Nullable Rules read(Path file, Console console) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            console.tell("cli.rules.unreadable", file.toString());
            return null;
        }
        var once = new LoaderOptions();
        once.setAllowDuplicateKeys(false);
        try {
            return switch (new Yaml(new SafeConstructor(once)).<@Nullable Object>load(Files.readString(file))) {
                case null -> Rules.standard();
                case Map<?, ?> map -> rules(map);
                case Object other -> throw new Wrong(Saying.of("cli.rules.no-list", shortly(other)));
            };
        } catch (CharacterCodingException _) {
            console.tell(
                    "cli.rules.wrong",
                    String.valueOf(file.getFileName()),
                    console.words().say("roster.encoding"));
            return null;
        } catch (Wrong wrong) {
            console.tell("cli.rules.wrong", String.valueOf(file.getFileName()), wrong.why.in(console.words()));
            return null;
        } catch (YAMLException wrong) {
            console.tell("cli.rules.wrong", String.valueOf(file.getFileName()), shortly(wrong.getMessage()));
            return null;
        }
    }

    /// On one line, whatever it is.
    private static String shortly(@Nullable Object text) {
        var line = String.valueOf(text).replaceAll("\\p{Cc}++\\s*+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static Rules rules(Map<?, ?> settings) {
        var strengths = new EnumMap<Rule, Strength>(Rule.class);
        int levels = Rules.standard().levelGap();
        int hours = Rules.standard().minutesInCommon() / 60;
        var first = Aim.WORST;
        var quotas = List.<Quota>of();
        for (var setting : settings.entrySet()) {
            var name = shortly(setting.getKey());
            var value = shortly(setting.getValue());
            switch (name) {
                case "first" -> first = first(name, value);
                case "quotas" -> quotas = QuotaEntries.read(setting.getValue());
                case "levels" -> levels = number(name, value, 10);
                case "hours_in_common" -> hours = number(name, value, 40);
                case "level_gap", "different_department", "shared_language", "working_hours" ->
                    strengths.put(Rule.valueOf(name.toUpperCase(Locale.ROOT)), strength(name, value));
                default -> throw new Wrong(Saying.of("cli.rules.unknown", name));
            }
        }
        if (!quotas.isEmpty() && !first.allowsQuotas()) {
            throw new Wrong(Saying.of("cli.rules.first-quotas", first.name().toLowerCase(Locale.ROOT)));
        }
        return new Rules(strengths, levels, hours * 60, first, quotas);
    }

    private static int number(String name, String value, int most) {
        int number = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw new Wrong(Saying.of("cli.rules.number", name, value, most));
        }
        return number;
    }

    private static Aim first(String name, String value) {
        for (var aim : Aim.values()) {
            if (aim.name().equalsIgnoreCase(value)) {
                return aim;
            }
        }
        throw new Wrong(Saying.of("cli.rules.first", name, value));
    }

    private static Strength strength(String name, String value) {
        for (var strength : Strength.values()) {
            if (strength.name().equalsIgnoreCase(value)) {
                return strength;
            }
        }
        throw new Wrong(Saying.of("cli.rules.strength", name, value));
    }

    /// What is wrong with a setting.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Saying why;

        Wrong(Saying why) {
            super(why.key());
            this.why = why;
        }
    }
}

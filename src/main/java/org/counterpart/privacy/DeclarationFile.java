// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.io.InputStream;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterpart.privacy.Kept.Term;
import org.counterpart.privacy.Kept.Until;
import org.counterpart.privacy.Rule.Fate;
import org.counterpart.privacy.Rule.Impersonal;
import org.counterpart.privacy.Rule.Personal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads a module's declarations. Whatever it does not know is a bug, and it says where and what is allowed.
final class DeclarationFile {
    private static final Set<String> KEYS = Set.of("rows", "kept", "export", "erase", "columns", "impersonal");

    private static final Set<String> TERM_KEYS = Set.of("term", "after", "then");

    private final String name;

    private DeclarationFile(String name) {
        this.name = name;
    }

    static List<Declaration> read(String name, InputStream yaml) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        var file = new DeclarationFile(name);
        var tables = new ArrayList<Declaration>();
        file.map(name, new Yaml(new SafeConstructor(strict)).load(yaml))
                .forEach((table, about) -> tables.add(file.declaration(table, file.map(table, about))));
        return tables;
    }

    private Declaration declaration(String table, Map<String, Object> about) {
        known(table, about, KEYS);
        var columns = new LinkedHashMap<String, Rule>();
        map(table, about.getOrDefault("columns", Map.of()))
                .forEach((column, words) -> columns.put(column, rule(table + "." + column, String.valueOf(words))));
        for (var column : list(table, about.get("impersonal"))) {
            if (columns.put(column, new Impersonal()) != null) {
                throw wrong(table, column, "declared once");
            }
        }
        return new Declaration(
                table,
                text(about.get("rows")),
                kept(table + ".kept", about.get("kept")),
                text(about.get("export")),
                list(table, about.get("erase")),
                columns);
    }

    /// Either what ends it, or its `term`, what that comes `after`, and the statements `then`.
    private Kept kept(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return new Until(one(Kept.End.class, place, String.valueOf(value)));
        }
        var term = map(place, value);
        known(place, term, TERM_KEYS);
        try {
            return new Term(
                    Period.parse(String.valueOf(term.get("term"))),
                    one(Kept.Start.class, place + ".after", String.valueOf(term.get("after"))),
                    list(place, term.get("then")));
        } catch (DateTimeParseException odd) {
            throw wrong(place + ".term", odd.getParsedString(), "a period such as P90D or P24M");
        }
    }

    private void known(String place, Map<String, Object> about, Set<String> keys) {
        about.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw wrong(place, key, "one of " + keys);
        });
    }

    /// `exported` or `withheld`, then what becomes of it.
    private Rule rule(String place, String words) {
        var both = words.split(", ");
        if (both.length != 2 || !Set.of("exported", "withheld").contains(both[0])) {
            throw wrong(
                    place, words, "“exported” or “withheld”, a comma, and one of " + Arrays.toString(Fate.values()));
        }
        return new Personal(both[0].equals("exported"), one(Fate.class, place, both[1].toUpperCase(Locale.ROOT)));
    }

    private <E extends Enum<E>> E one(Class<E> kind, String place, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(place, word, "one of " + Arrays.toString(kind.getEnumConstants())));
    }

    private Map<String, Object> map(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> read)) {
            throw wrong(place, String.valueOf(value), "names with something about each");
        }
        var map = new LinkedHashMap<String, Object>();
        read.forEach((key, each) -> map.put(String.valueOf(key), each));
        return map;
    }

    private List<String> list(String place, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> read -> read.stream().map(String::valueOf).toList();
            default -> throw wrong(place, value.toString(), "a list");
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private IllegalStateException wrong(String place, String value, String allowed) {
        return new IllegalStateException("%s, %s: “%s” must be %s.".formatted(name, place, value, allowed));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.counterpart.enrolment.country.Country.Representatives;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The countries that `countries.yaml` has rules for, found by whatever a roster calls them. A fault in the file is a
/// bug, and the program does not start with it.
@Component
public class Countries {
    private static final String FILE = "/countries.yaml";
    private static final Country OTHER = new Country(Country.OTHER, List.of(), Representatives.NONE, false);

    private final Map<String, Country> byCode = new TreeMap<>();
    private final Map<String, Country> byName = new HashMap<>();

    Countries() {
        read().forEach((code, rules) -> add(country(code, rules), words(code, rules, "names")));
    }

    /// All that have rules, by code.
    public Collection<Country> all() {
        return List.copyOf(byCode.values());
    }

    /// By the code or any of the names.
    ///
    /// @param called as a roster has it; null where it does not say
    public Country of(@Nullable String called) {
        return called == null ? OTHER : byName.getOrDefault(folded(called), OTHER);
    }

    private void add(Country country, List<String> names) {
        byCode.put(country.code(), country);
        byName.put(folded(country.code()), country);
        byName.put(folded(country.name(Locale.ENGLISH)), country);
        names.forEach(name -> byName.put(folded(name), country));
    }

    private static Map<String, Map<String, Object>> read() {
        try (var file = Countries.class.getResourceAsStream(FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Country country(String code, Map<String, Object> rules) {
        return new Country(
                code,
                words(code, rules, "languages"),
                Representatives.valueOf(word(code, rules, "representatives")
                        .toUpperCase(Locale.ROOT)
                        .replace(' ', '_')),
                switch (word(code, rules, "consent")) {
                    case "ask" -> true;
                    case "tell" -> false;
                    default -> throw wrong(code, "consent");
                });
    }

    private static String word(String code, Map<String, Object> rules, String key) {
        if (rules.get(key) instanceof String word) {
            return word;
        }
        throw wrong(code, key);
    }

    private static List<String> words(String code, Map<String, Object> rules, String key) {
        if (rules.get(key) instanceof List<?> words) {
            return words.stream().map(String::valueOf).toList();
        }
        throw wrong(code, key);
    }

    private static IllegalStateException wrong(String code, String key) {
        return new IllegalStateException("countries.yaml does not say “%s” of %s.".formatted(key, code));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}

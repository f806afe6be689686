// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterpart.matching.Quota;
import org.counterpart.matching.Quota.Kind;
import org.counterpart.matching.Quota.Whose;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Strength;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads the `quotas` of a rules file. Each entry is about one thing: `across: department` or `site` with `at_least` a
/// share of the pairs in per cent, or a `department`, a `site` or `levels` (3 or 1-3) with `at_least` a number of
/// places and, if it is about one role, `who`: mentors or mentees. `strength` is required or, without it, preferred.
final class QuotaEntries {
    private static final Set<String> KINDS = Set.of("across", "department", "site", "levels");
    private static final Set<String> SETTINGS = Set.of("at_least", "who", "strength");

    private final int number;
    private final Map<?, ?> entry;

    private QuotaEntries(int number, Map<?, ?> entry) {
        this.number = number;
        this.entry = entry;
    }

    static List<Quota> read(@Nullable Object stated) {
        if (!(stated instanceof List<?> entries)) {
            throw new RulesFile.Wrong(Saying.of("cli.rules.quotas"));
        }
        if (entries.size() > Rules.MOST_QUOTAS) {
            throw new RulesFile.Wrong(Saying.of("cli.rules.quota.many", entries.size(), Rules.MOST_QUOTAS));
        }
        var quotas = new ArrayList<Quota>();
        for (var each : entries) {
            if (!(each instanceof Map<?, ?> entry)) {
                throw new RulesFile.Wrong(Saying.of("cli.rules.quotas"));
            }
            quotas.add(new QuotaEntries(quotas.size() + 1, entry).quota());
        }
        return quotas;
    }

    private Quota quota() {
        var kinds = new ArrayList<String>();
        for (var key : entry.keySet()) {
            var name = String.valueOf(key);
            if (KINDS.contains(name)) {
                kinds.add(name);
            } else if (!SETTINGS.contains(name)) {
                throw wrong("unknown", name);
            }
        }
        if (kinds.size() != 1) {
            throw new RulesFile.Wrong(Saying.of("cli.rules.quota.kind", number));
        }
        var named = kinds.getFirst();
        var kind = kind(named, text(named));
        return new Quota(
                kind, kind.share() ? "" : group(named, text(named)), whose(), least(Quota.most(kind)), strength());
    }

    private Kind kind(String named, String value) {
        return switch (named) {
            case "department" -> Kind.DEPARTMENT;
            case "site" -> Kind.SITE;
            case "levels" -> Kind.LEVELS;
            default ->
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "department", "departments" -> Kind.ACROSS_DEPARTMENTS;
                    case "site", "sites" -> Kind.ACROSS_SITES;
                    default -> throw wrong("across", value);
                };
        };
    }

    private String group(String named, String value) {
        if (named.equals("levels") && !Quota.isBand(value)) {
            throw wrong("levels", value);
        }
        if (value.isEmpty() || value.length() > 100) {
            throw wrong("group", named, value);
        }
        return value;
    }

    private Whose whose() {
        return switch (text("who").toLowerCase(Locale.ROOT)) {
            case "", "people" -> Whose.PEOPLE;
            case "mentors" -> Whose.MENTORS;
            case "mentees" -> Whose.MENTEES;
            default -> throw wrong("who", text("who"));
        };
    }

    private int least(int most) {
        var value = text("at_least").replaceFirst("%$", "").strip();
        int least = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
        if (least < 1 || least > most) {
            throw wrong("least", text("at_least"), most);
        }
        return least;
    }

    private Strength strength() {
        return switch (text("strength").toLowerCase(Locale.ROOT)) {
            case "required" -> Strength.REQUIRED;
            case "", "preferred" -> Strength.PREFERRED;
            default -> throw wrong("strength", text("strength"));
        };
    }

    /// A setting as text; empty where it is not there.
    private String text(String name) {
        return entry.get(name) instanceof Object value ? String.valueOf(value).strip() : "";
    }

    private RulesFile.Wrong wrong(String what, Object... values) {
        var arguments = new ArrayList<Object>(List.of(number));
        arguments.addAll(List.of(values));
        return new RulesFile.Wrong(Saying.of("cli.rules.quota." + what, arguments.toArray()));
    }
}

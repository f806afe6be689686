// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterpart.matching.Quota;
import org.counterpart.matching.Quota.Kind;
import org.counterpart.matching.Quota.Whose;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Strength;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// The quotas of the rules form as they were typed, a row each, and what is wrong with them. A row without an amount
/// asks for nothing; there is always an empty row more, up to as many quotas as can be kept together.
public record QuotaForm(List<Row> rows, @Nullable Saying fault, int faultyRow) implements Serializable {
    static final String TYPED = "typedQuotas";
    private static final long serialVersionUID = 1;

    /// @param least as typed
    public record Row(Kind kind, String group, Whose whose, String least, Strength strength) implements Serializable {
        private static final long serialVersionUID = 1;
        private static final Row EMPTY = new Row(Kind.ACROSS_DEPARTMENTS, "", Whose.PEOPLE, "", Strength.PREFERRED);

        boolean isEmpty() {
            return least.isEmpty() && group.isEmpty();
        }

        private Quota quota() {
            return new Quota(kind, kind.share() ? "" : group, whose, Integer.parseInt(least), strength);
        }

        /// Null where the row can be kept.
        private @Nullable Saying fault() {
            if (!kind.share() && group.isEmpty() || group.length() > 100) {
                return Saying.of("matching.refused.quota.group");
            }
            if (kind == Kind.LEVELS && !Quota.isBand(group)) {
                return Saying.of("matching.refused.quota.levels", group);
            }
            int number = least.matches("\\d{1,4}") ? Integer.parseInt(least) : 0;
            return number >= 1 && number <= Quota.most(kind)
                    ? null
                    : Saying.of("matching.refused.quota.least", least, Quota.most(kind));
        }
    }

    static QuotaForm of(List<Quota> quotas) {
        return withEmptyRow(
                quotas.stream()
                        .map(quota -> new Row(
                                quota.kind(),
                                quota.group(),
                                quota.whose(),
                                Integer.toString(quota.least()),
                                quota.strength()))
                        .toList(),
                null,
                -1);
    }

    static QuotaForm read(Map<String, String> form) {
        var rows = new ArrayList<Row>();
        Saying fault = null;
        int faulty = -1;
        for (int i = 0; i < Rules.MOST_QUOTAS && form.containsKey("quotaKind" + i); i++) {
            var row = new Row(
                    choice(Kind.class, form, "quotaKind" + i, Kind.ACROSS_DEPARTMENTS),
                    form.getOrDefault("quotaGroup" + i, "").strip(),
                    choice(Whose.class, form, "quotaWhose" + i, Whose.PEOPLE),
                    form.getOrDefault("quotaLeast" + i, "").replace("%", "").strip(),
                    choice(Strength.class, form, "quotaStrength" + i, Strength.PREFERRED));
            if (!row.isEmpty()) {
                if (fault == null && row.fault() instanceof Saying why) {
                    fault = why;
                    faulty = rows.size();
                }
                rows.add(row);
            }
        }
        return withEmptyRow(rows, fault, faulty);
    }

    private static QuotaForm withEmptyRow(List<Row> rows, @Nullable Saying fault, int faulty) {
        var all = new ArrayList<>(rows);
        if (all.size() < Rules.MOST_QUOTAS) {
            all.add(Row.EMPTY);
        }
        return new QuotaForm(List.copyOf(all), fault, faulty);
    }

    /// What was typed, where nothing is wrong with it.
    List<Quota> quotas() {
        return rows.stream().filter(row -> !row.isEmpty()).map(Row::quota).toList();
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Map<String, String> form, String name, E otherwise) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(form.get(name))) {
                return each;
            }
        }
        return otherwise;
    }
}

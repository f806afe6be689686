// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.io.Serializable;
import java.util.Map;
import org.counterpart.matching.Quota;
import org.counterpart.matching.Quota.Kind;
import org.counterpart.matching.Quota.Whose;
import org.counterpart.matching.Strength;
import org.counterpart.web.Saying;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;

/// A quota as it was typed. A row without an amount and a group asks for nothing.
///
/// @param least as typed
/// @param groupFault what is wrong with the group, in words; empty where nothing is
/// @param leastFault the same of the amount
public record QuotaRow(
        Kind kind, String group, Whose whose, String least, Strength strength, String groupFault, String leastFault)
        implements Serializable {
    static final QuotaRow EMPTY =
            new QuotaRow(Kind.ACROSS_DEPARTMENTS, "", Whose.PEOPLE, "", Strength.PREFERRED, "", "");
    private static final long serialVersionUID = 1;
    private static final int LONGEST_GROUP = 100;

    static QuotaRow of(Quota quota) {
        return new QuotaRow(
                quota.kind(), quota.group(), quota.whose(), Integer.toString(quota.least()), quota.strength(), "", "");
    }

    /// @param number of the row in the form, from 0
    static QuotaRow read(Map<String, String> form, int number, Words words) {
        var kind = RulesForm.choice(Kind.class, form, "quotaKind" + number, EMPTY.kind);
        var group = form.getOrDefault("quotaGroup" + number, "").strip();
        var least =
                form.getOrDefault("quotaLeast" + number, "").replace("%", "").strip();
        boolean empty = isEmpty(kind, group, least);
        return new QuotaRow(
                kind,
                group,
                RulesForm.choice(Whose.class, form, "quotaWhose" + number, EMPTY.whose),
                least,
                form.get("quotaStrength" + number) instanceof String typed && typed.equals(Strength.REQUIRED.name())
                        ? Strength.REQUIRED
                        : Strength.PREFERRED,
                empty ? "" : said(groupFault(kind, group), words),
                empty ? "" : said(leastFault(kind, least), words));
    }

    public boolean isEmpty() {
        return isEmpty(kind, group, least);
    }

    public boolean isFaulty() {
        return !groupFault.isEmpty() || !leastFault.isEmpty();
    }

    Quota quota() {
        return new Quota(kind, kind.share() ? "" : group, whose, Integer.parseInt(least), strength);
    }

    /// A group typed before the kind became a share is not shown any more, so it counts for nothing.
    private static boolean isEmpty(Kind kind, String group, String least) {
        return least.isEmpty() && (kind.share() || group.isEmpty());
    }

    private static @Nullable Saying groupFault(Kind kind, String group) {
        if (kind.share()) {
            return null;
        }
        if (group.isEmpty() || group.length() > LONGEST_GROUP) {
            return Saying.of("matching.quotas.fault.group");
        }
        return kind == Kind.LEVELS && !Quota.isBand(group) ? Saying.of("matching.quotas.fault.levels", group) : null;
    }

    private static @Nullable Saying leastFault(Kind kind, String least) {
        int number = least.matches("\\d{1,4}") ? Integer.parseInt(least) : 0;
        if (number >= 1 && number <= Quota.most(kind)) {
            return null;
        }
        return least.isEmpty()
                ? Saying.of("matching.fault.number", 1, Quota.most(kind))
                : Saying.of("matching.fault.number.instead", 1, Quota.most(kind), least);
    }

    private static String said(@Nullable Saying fault, Words words) {
        return fault == null ? "" : fault.in(words);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.matching.Matching.QuotasRefused;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Instance;
import org.counterpart.matching.files.Unsolved;
import org.counterpart.matching.solver.Progress;

/// Finds the fewest things that cannot be had together where required quotas cannot be kept: quotas, required rules
/// that could be weakened, and the locked pairs. Sets are tried in the order of their size, so that none smaller
/// conflicts; rules and locks outside a set are left aside, and so are all preferred quotas, which give way.
final class Conflict {
    private final Call call;
    private final Rules rules;
    private final Wishes wishes;
    private final List<Quota> quotas;
    private final List<Rule> weakenable = new ArrayList<>();
    private final Map<Set<Rule>, Candidates> candidates = new HashMap<>();

    Conflict(Call call, Rules rules, Wishes wishes) {
        this.call = call;
        this.rules = rules;
        this.wishes = wishes;
        quotas = rules.quotas().stream().filter(Quota::required).toList();
        for (var rule : Rule.values()) {
            if (!rule.always() && rules.of(rule) == Strength.REQUIRED) {
                weakenable.add(rule);
            }
        }
    }

    /// @param known positions among the rules' quotas of a set that conflicts under all rules and locks, with no
    /// smaller one
    QuotasRefused among(List<Integer> known) {
        int locks = wishes.fixed().isEmpty() ? 0 : 1;
        int things = quotas.size() + weakenable.size() + locks;
        for (int size = known.size(); size <= things; size++) {
            for (long set = 0; set < 1L << things; set++) {
                if (Long.bitCount(set) == size && conflicts(set)) {
                    return refused(set);
                }
            }
        }
        return new QuotasRefused(known.stream().map(rules.quotas()::get).toList(), weakenable, locks == 1);
    }

    private boolean conflicts(long set) {
        var told = refused(set);
        if (told.quotas().isEmpty()) {
            return false;
        }
        var weakened = rules.keeping(told.quotas());
        for (var rule : weakenable) {
            weakened = told.rules().contains(rule) ? weakened : weakened.with(rule, Strength.IGNORED);
        }
        var fewer = weakened;
        var considered =
                candidates.computeIfAbsent(Set.copyOf(told.rules()), _ -> Candidates.among(call, fewer, wishes));
        return Certified.answer(instance(fewer, considered, told.locks()), Progress.SILENT)
                        instanceof Unsolved(var conflicting)
                && !conflicting.isEmpty();
    }

    private Instance instance(Rules fewer, Candidates considered, boolean locks) {
        var pinned = locks ? Matching.locked(call, considered, wishes) : new int[0];
        return Matching.instance(call, fewer, considered, pinned, Priorities.of(List.of()));
    }

    private QuotasRefused refused(long set) {
        var some = new ArrayList<Quota>();
        var others = new ArrayList<Rule>();
        for (int i = 0; i < quotas.size(); i++) {
            if ((set & 1L << i) != 0) {
                some.add(quotas.get(i));
            }
        }
        for (int i = 0; i < weakenable.size(); i++) {
            if ((set & 1L << quotas.size() + i) != 0) {
                others.add(weakenable.get(i));
            }
        }
        return new QuotasRefused(some, others, (set & 1L << quotas.size() + weakenable.size()) != 0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.Priorities;
import org.counterpart.matching.solver.Goal;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Rows;
import org.jspecify.annotations.Nullable;

/// The pairs of an earlier result folder and the people it left out, who have waited since.
final class EarlierResult {
    private static final long MOST_BYTES = 1L << 30;
    private static final List<Goal> ONCE_MORE = List.of(Goal.WAITING, Goal.WORST, Goal.TOTAL, Goal.KEPT);

    private EarlierResult() {}

    /// @param goals in the order asked for; where none were, people who waited come first and changes last
    /// @return null after the faults were told
    static @Nullable Priorities read(@Nullable Path folder, List<Goal> goals, Console console) {
        if (folder == null) {
            return goals.isEmpty() ? Priorities.STANDARD : Priorities.of(goals);
        }
        var pairs = new HashSet<PairKey>();
        var waiting = new HashSet<String>();
        boolean read = pairs(folder, pairs, console)
                && rows(
                        folder.resolve("unmatched.csv"),
                        List.of("person"),
                        console,
                        (row, places) -> waiting.add(row.cells().get(places[0])));
        return read ? new Priorities(goals.isEmpty() ? ONCE_MORE : goals, pairs, Set.copyOf(waiting)) : null;
    }

    /// The pairs of some results, either way round: who was mentor may be mentee now. Null after the faults were told.
    static @Nullable Set<PairKey> pairs(List<Path> folders, Console console) {
        var pairs = new HashSet<PairKey>();
        for (var folder : folders) {
            if (!pairs(folder, pairs, console)) {
                return null;
            }
        }
        List.copyOf(pairs).forEach(pair -> pairs.add(new PairKey(pair.mentee(), pair.mentor())));
        return pairs;
    }

    private static boolean pairs(Path folder, Set<PairKey> pairs, Console console) {
        return rows(
                folder.resolve("pairs.csv"),
                List.of("mentor", "mentee"),
                console,
                (row, places) -> pairs.add(
                        new PairKey(row.cells().get(places[0]), row.cells().get(places[1]))));
    }

    private static boolean rows(Path file, List<String> columns, Console console, Visit visit) {
        var faults = new Faults(file.toString());
        try (var rows = Rows.of(file, faults, MOST_BYTES)) {
            var places = columns.stream().mapToInt(rows.header()::indexOf).toArray();
            for (int i = 0; i < places.length && !faults.any(); i++) {
                if (places[i] < 0) {
                    faults.add(1, columns.get(i), null, "cli.column", columns.get(i));
                }
            }
            while (!faults.any() && rows.next() instanceof Rows.Row row) {
                visit.row(row, places);
            }
        }
        // Nobody left out is a good result, not a fault of its file.
        var wrong = faults.byLine().stream()
                .filter(fault -> !fault.allowed().key().equals("roster.no-rows"))
                .toList();
        if (!wrong.isEmpty()) {
            console.refuse(wrong);
            return false;
        }
        return true;
    }

    @FunctionalInterface
    private interface Visit {
        void row(Rows.Row row, int[] places);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.counterpart.enrolment.signup.SignUpFile;
import org.counterpart.matching.Call;
import org.counterpart.matching.Earlier;
import org.counterpart.matching.Matching;
import org.counterpart.matching.Matching.LocksRefused;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.Matching.QuotasRefused;
import org.counterpart.matching.Matching.QuotasUndecided;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.Priorities;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Seed;
import org.counterpart.matching.Telling;
import org.counterpart.matching.Wishes;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Told;
import org.counterpart.matching.solver.Goal;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Table;
import org.jspecify.annotations.Nullable;

/// Matches the people of a file and puts the outcome into words.
final class PeopleMatching {
    private final Console console;
    private final Seed seed;
    private final Telling telling;

    PeopleMatching(Console console, Seed seed) {
        this.console = console;
        this.seed = seed;
        this.telling = new Telling(console.words());
    }

    record Outcome(Certified certified, Told told, long nanoseconds) {}

    /// @param made pairs that are not made again
    /// @return null after the faults were told
    @Nullable
    Outcome match(
            Path file, @Nullable Path rulesFile, @Nullable Path pinsFile, Set<PairKey> made, Priorities priorities)
            throws IOException {
        var reading = SignUpFile.read(file, Set.of());
        if (reading instanceof SignUpFile.Refused refused) {
            console.refuse(refused.faults());
            return null;
        }
        var read = (SignUpFile.Read) reading;
        read.warnings().forEach(console::remark);
        if (read.signUps().isEmpty()) {
            console.tell("cli.no-role", String.valueOf(file.getFileName()));
            return null;
        }
        var rules = rulesFile == null ? Rules.standard() : RulesFile.read(rulesFile, console);
        var pins = pinsFile == null ? Set.<PairKey>of() : pins(pinsFile);
        if (rules == null || pins == null) {
            return null;
        }
        if (!rules.quotas().isEmpty()
                && (priorities.goals().contains(Goal.EVEN) || priorities.goals().contains(Goal.STABLE))) {
            console.tell("cli.match.goals-quotas");
            return null;
        }
        long started = System.nanoTime();
        var call = Call.of(read.people(), read.signUps(), seed);
        var answer = Matching.match(
                call,
                rules,
                new Wishes(pins, made, Set.of()),
                priorities.equals(Priorities.STANDARD) ? rules.priorities() : priorities,
                console.progress());
        long took = System.nanoTime() - started;
        return switch (answer) {
            case LocksRefused(var locks) -> {
                locks.forEach((lock, why) ->
                        console.tell("cli.pin." + why, String.valueOf(pinsFile), lock.mentor(), lock.mentee()));
                yield null;
            }
            case QuotasRefused refused -> {
                console.tell("cli.quotas.refused", String.valueOf(rulesFile), telling.conflict(refused, rules));
                yield null;
            }
            case QuotasUndecided() -> {
                console.tell("cli.quotas.undecided", String.valueOf(rulesFile));
                yield null;
            }
            case Matched matched ->
                new Outcome(matched.certified(), telling.told(matched, Earlier.of(priorities)), took);
        };
    }

    private @Nullable Set<PairKey> pins(Path file) {
        var faults = new Faults(String.valueOf(file.getFileName()));
        var table = Table.read(file, faults);
        int mentor = table.header().indexOf("mentor");
        int mentee = table.header().indexOf("mentee");
        if (!faults.any() && (mentor < 0 || mentee < 0)) {
            faults.add(1, null, null, "cli.pins");
        }
        if (faults.any()) {
            console.refuse(faults.byLine());
            return null;
        }
        var pins = new HashSet<PairKey>();
        table.rows()
                .forEach(row -> pins.add(new PairKey(
                        row.cells().get(mentor).strip(), row.cells().get(mentee).strip())));
        return pins;
    }
}

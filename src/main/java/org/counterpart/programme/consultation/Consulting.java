// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.consultation.Pitfall.Answer;
import org.counterpart.programme.consultation.Voice.Part;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down who was heard and what is done about it, as long as the call did not open: whoever answers the call
/// finds a programme that was thought through before, not after.
@Component
public class Consulting {
    static final int LONGEST_NAME = 120;
    private static final int LONGEST_PROGRAMME = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_PITFALL = 1_000;
    private static final int MOST_PITFALLS = 20;

    private final Consultations consultations;
    private final Phases phases;
    private final Clock clock;

    Consulting(Consultations consultations, Phases phases, Clock clock) {
        this.consultations = consultations;
        this.phases = phases;
        this.clock = clock;
    }

    /// As it was typed; `pitfalls` one a line.
    public record Typed(
            String knownAs, String part, String programme, String value, String successes, String pitfalls) {
        public static final Typed NOTHING = new Typed("", "", "", "", "", "");
    }

    /// What can be wrong, each at its field.
    public enum Fault {
        NAME_WRONG,
        HEARD_ALREADY,
        NO_PART,
        PROGRAMME_WRONG,
        NOTHING_SAID,
        VALUE_TOO_LONG,
        SUCCESSES_TOO_LONG,
        PITFALLS_TOO_MANY,
        /// Not one address.
        ADDRESS_WRONG,
        /// Neither a decision nor an accepted risk was chosen, or it says nothing.
        ANSWER_WRONG,
        /// The call is open already.
        TOO_LATE
    }

    /// Nothing where it was done.
    @Transactional
    public Set<Fault> hear(UUID programmeId, Typed typed) {
        if (!phases.of(programmeId).beforeTheCall()) {
            return EnumSet.of(Fault.TOO_LATE);
        }
        var pitfalls = typed.pitfalls()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var faults = faults(programmeId, typed, pitfalls);
        if (faults.isEmpty()) {
            consultations.add(
                    programmeId,
                    new Voice(
                            UUID.randomUUID(),
                            typed.knownAs().strip(),
                            Part.valueOf(typed.part()),
                            typed.programme().strip(),
                            typed.value().strip(),
                            typed.successes().strip(),
                            pitfalls.stream()
                                    .map(text -> new Pitfall(UUID.randomUUID(), text, null, ""))
                                    .toList(),
                            clock.instant()));
        }
        return faults;
    }

    private Set<Fault> faults(UUID programmeId, Typed typed, List<String> pitfalls) {
        boolean silent = typed.value().isBlank() && typed.successes().isBlank() && pitfalls.isEmpty();
        var found = Map.of(
                Fault.NAME_WRONG,
                isWrong(typed.knownAs(), LONGEST_NAME),
                Fault.HEARD_ALREADY,
                consultations.heard(programmeId, typed.knownAs().strip()),
                Fault.NO_PART,
                Arrays.stream(Part.values()).noneMatch(part -> part.name().equals(typed.part())),
                Fault.PROGRAMME_WRONG,
                isWrong(typed.programme(), LONGEST_PROGRAMME),
                Fault.NOTHING_SAID,
                silent,
                Fault.VALUE_TOO_LONG,
                typed.value().strip().length() > LONGEST_TEXT,
                Fault.SUCCESSES_TOO_LONG,
                typed.successes().strip().length() > LONGEST_TEXT,
                Fault.PITFALLS_TOO_MANY,
                pitfalls.size() > MOST_PITFALLS
                        || pitfalls.stream().anyMatch(pitfall -> pitfall.length() > LONGEST_PITFALL));
        var faults = EnumSet.noneOf(Fault.class);
        found.forEach((fault, holds) -> {
            if (holds) {
                faults.add(fault);
            }
        });
        return faults;
    }

    private static boolean isWrong(String text, int longest) {
        return text.isBlank() || text.strip().length() > longest;
    }

    /// What became of an answer or a removal.
    public sealed interface Done {}

    public record Written() implements Done {}

    public record Refused(Fault fault) implements Done {}

    public record NotThere() implements Done {}

    /// @param because up to 4,000 characters
    @Transactional
    public Done answer(UUID programmeId, UUID pitfallId, String answer, String because) {
        if (!phases.of(programmeId).beforeTheCall()) {
            return new Refused(Fault.TOO_LATE);
        }
        boolean known =
                Arrays.stream(Answer.values()).anyMatch(each -> each.name().equals(answer));
        if (!known || isWrong(because, LONGEST_TEXT)) {
            return new Refused(Fault.ANSWER_WRONG);
        }
        return consultations.answer(programmeId, pitfallId, Answer.valueOf(answer), because.strip())
                ? new Written()
                : new NotThere();
    }

    /// For what was written down by mistake, or was not to be kept.
    @Transactional
    public Done remove(UUID programmeId, UUID voiceId) {
        if (!phases.of(programmeId).beforeTheCall()) {
            return new Refused(Fault.TOO_LATE);
        }
        return consultations.remove(programmeId, voiceId) ? new Written() : new NotThere();
    }
}

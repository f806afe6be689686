// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.results.ResultsForm.Typed;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets owners say what came of each criterion that was frozen when the call opened: of all or of none, so that nobody
/// leaves out what did not come true. It is published in a step of its own, once the programme ended or stopped early,
/// and stays: what was wrong in it is corrected by another version, for a reason that everyone reads.
@Component
public class ReportingResults {
    private final ResultsOfProgrammes results;
    private final CriteriaOfProgrammes criteria;
    private final Phases phases;
    private final Decisions decisions;
    private final Clock clock;

    ReportingResults(
            ResultsOfProgrammes results,
            CriteriaOfProgrammes criteria,
            Phases phases,
            Decisions decisions,
            Clock clock) {
        this.results = results;
        this.criteria = criteria;
        this.phases = phases;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// What came of saving or publishing.
    public sealed interface Answer {}

    public record Saved() implements Answer {}

    public record Published() implements Answer {}

    /// Nothing was saved.
    ///
    /// @param faults by field
    public record Refused(Map<String, Saying> faults) implements Answer {}

    /// Nothing was published.
    public record Missing(List<Saying> missing) implements Answer {
        public Missing {
            missing = List.copyOf(missing);
        }
    }

    /// Nothing was done, since another draft was saved, or published, than the one that they had read.
    ///
    /// @param read which one stands there now
    public record Elsewhere(Instant at, String read) implements Answer {}

    /// Nothing was saved, since no call with criteria opened here.
    public record NoCall() implements Answer {}

    /// What stands in the form: the draft; without one, what was published last; without that, nothing.
    public Typed beginning(UUID programmeId) {
        var draft = results.draft(programmeId);
        if (draft.isPresent()) {
            return Typed.of(draft.get());
        }
        var last = results.published(programmeId).stream().findFirst();
        return last.map(each -> Typed.of(each).corrected(read(programmeId)))
                .orElseGet(() -> Typed.nothing(read(programmeId), criteria(programmeId)));
    }

    /// Keeps a draft for all owners, whatever is still missing in it.
    @Transactional
    public Answer save(UUID programmeId, Typed typed) {
        phases.held(programmeId);
        var opened = opened(programmeId);
        if (opened.isEmpty()) {
            return new NoCall();
        }
        var now = clock.instant();
        var draft = results.draft(programmeId);
        if (!typed.draft().equals(read(programmeId))) {
            return elsewhere(programmeId);
        }
        var zone = opened.get().zone();
        var read = ResultsForm.read(
                typed,
                criteria(programmeId),
                LocalDate.ofInstant(frozenAt(programmeId), zone),
                LocalDate.ofInstant(now, zone));
        if (!read.faults().isEmpty()) {
            return new Refused(read.faults());
        }
        results.save(
                programmeId,
                new Results(
                        draft.map(Results::version).orElseGet(() -> next(programmeId)),
                        draft.map(Results::edition).orElse(0) + 1,
                        read.found(),
                        read.ending(),
                        read.endingSeen(),
                        read.reason(),
                        now,
                        null));
        return new Saved();
    }

    /// Publishes the draft that they have read, for everyone and for good. Publishing it twice is publishing it once.
    @Transactional
    public Answer publish(UUID programmeId, String read, SignedIn who) {
        phases.held(programmeId);
        if (results.published(programmeId).stream()
                .anyMatch(each -> each.draft().equals(read))) {
            return new Published();
        }
        var draft = results.draft(programmeId).filter(each -> each.draft().equals(read));
        if (draft.isEmpty()) {
            return elsewhere(programmeId);
        }
        var missing = missing(programmeId);
        if (!missing.isEmpty()) {
            return new Missing(missing);
        }
        var now = clock.instant();
        var version = draft.get().version();
        results.publish(programmeId, version, now);
        decisions.add(new Decision(
                programmeId,
                now,
                who.accountId(),
                Decision.Act.RESULTS_PUBLISHED,
                List.of(String.valueOf(version)),
                draft.get().reason()));
        return new Published();
    }

    /// What stands between the draft and its publication, all at once; one thing where there is no draft.
    public List<Saying> missing(UUID programmeId) {
        var draft = results.draft(programmeId);
        var opened = opened(programmeId);
        if (draft.isEmpty() || opened.isEmpty()) {
            return List.of(Saying.of("programme.results.missing.draft"));
        }
        var missing = new ArrayList<Saying>();
        var found = draft.get().found();
        for (int i = 0; i < found.size(); i++) {
            missing(i + 1, found.get(i), missing);
        }
        missingOf(draft.get(), missing);
        var ends = opened.get().endsOn();
        var today = LocalDate.ofInstant(clock.instant(), opened.get().zone());
        if (!draft.get().stoppedEarly()
                && ends != null
                && today.isBefore(ends)
                && phases.of(programmeId).compareTo(Phase.ENDED) < 0) {
            missing.add(Saying.of("programme.results.missing.end", ends));
        }
        return List.copyOf(missing);
    }

    private static void missing(int number, Found found, List<Saying> missing) {
        if (found.finding() == null) {
            missing.add(Saying.of("programme.results.missing.finding", number));
        } else if (found.people() == null && found.finding() != Finding.CANNOT_BE_SAID) {
            missing.add(Saying.of("programme.results.missing.people", number));
        }
        if (found.seen().isEmpty()) {
            missing.add(Saying.of("programme.results.missing.seen", number));
        }
        if (found.on() == null) {
            missing.add(Saying.of("programme.results.missing.on", number));
        }
    }

    private static void missingOf(Results draft, List<Saying> missing) {
        if (draft.ending() == null) {
            missing.add(Saying.of("programme.results.missing.ending"));
        } else if (draft.ending() != Ending.NOT_MET && draft.endingSeen().isEmpty()) {
            missing.add(Saying.of("programme.results.missing.ending-seen"));
        }
        if (draft.version() > 1 && draft.reason().isEmpty()) {
            missing.add(Saying.of("programme.results.missing.reason"));
        }
    }

    /// What was frozen when the call opened; empty where none opened here.
    public Optional<Criteria> opened(UUID programmeId) {
        return criteria.find(programmeId)
                .filter(kept -> kept.frozenAt() != null)
                .map(CriteriaOfProgrammes.Kept::criteria);
    }

    private int criteria(UUID programmeId) {
        return opened(programmeId).map(each -> each.successes().size()).orElse(0);
    }

    private Instant frozenAt(UUID programmeId) {
        return criteria.find(programmeId)
                .map(CriteriaOfProgrammes.Kept::frozenAt)
                .orElseThrow();
    }

    private Elsewhere elsewhere(UUID programmeId) {
        var at = results.draft(programmeId)
                .or(() -> results.published(programmeId).stream().findFirst())
                .map(Results::savedAt)
                .orElseGet(clock::instant);
        return new Elsewhere(at, read(programmeId));
    }

    /// Which draft whoever opens the page now reads.
    private String read(UUID programmeId) {
        return results.draft(programmeId).map(Results::draft).orElseGet(() -> next(programmeId) + ".0");
    }

    private int next(UUID programmeId) {
        return results.published(programmeId).stream()
                        .mapToInt(Results::version)
                        .max()
                        .orElse(0)
                + 1;
    }
}

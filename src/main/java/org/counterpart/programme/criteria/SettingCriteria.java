// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.counterpart.programme.Phases;
import org.counterpart.programme.criteria.CriteriaForm.Fault;
import org.counterpart.programme.criteria.CriteriaForm.Typed;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Settles what a programme is about, as long as its call did not open: whoever applies goes by what they read. A
/// draft may be incomplete, but nothing in it may be wrong.
@Component
public class SettingCriteria {
    private final CriteriaOfProgrammes criteria;
    private final Phases phases;
    private final Clock clock;

    SettingCriteria(CriteriaOfProgrammes criteria, Phases phases, Clock clock) {
        this.criteria = criteria;
        this.phases = phases;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    /// @param missing what is still to be settled before the call can open
    public record Settled(List<Saying> missing) implements Answer {
        public Settled {
            missing = List.copyOf(missing);
        }
    }

    /// Nothing was kept.
    public record Refused(List<Fault> faults) implements Answer {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// The call is out, or closed without ever opening here.
    public record TooLate() implements Answer {}

    /// Whether anything can still be settled: the call is not out, and was not out elsewhere.
    public boolean open(UUID programmeId) {
        return phases.of(programmeId).beforeTheCall()
                && criteria.find(programmeId).map(Kept::frozenAt).isEmpty();
    }

    /// What is still to be settled before the call can open.
    public List<Saying> missing(UUID programmeId) {
        return CriteriaGate.missing(
                criteria.find(programmeId).map(Kept::criteria).orElse(Criteria.NONE), clock.instant());
    }

    /// What stands in the form: what was settled, and dates as many have them where there are none.
    public Beginning beginning(UUID programmeId) {
        var settled = criteria.find(programmeId).map(Kept::criteria).orElse(Criteria.NONE);
        boolean proposed = Proposal.fits(settled);
        var today = LocalDate.ofInstant(clock.instant(), settled.zone());
        return new Beginning(Typed.of(proposed ? Proposal.of(settled, today) : settled), proposed);
    }

    /// @param proposed whether dates stand there that nobody settled
    public record Beginning(Typed typed, boolean proposed) {}

    /// Fills what is still empty, for instance from a template. False where the call is out or over.
    @Transactional
    public boolean fill(UUID programmeId, UnaryOperator<Criteria> from) {
        if (!open(programmeId)) {
            return false;
        }
        criteria.save(
                programmeId,
                from.apply(criteria.find(programmeId).map(Kept::criteria).orElse(Criteria.NONE)));
        return true;
    }

    @Transactional
    public Answer settle(UUID programmeId, Typed typed) {
        if (!open(programmeId)) {
            return new TooLate();
        }
        var form = CriteriaForm.read(typed, clock.instant());
        if (!form.faults().isEmpty()) {
            return new Refused(form.faults());
        }
        criteria.save(programmeId, form.criteria());
        return new Settled(CriteriaGate.missing(form.criteria(), clock.instant()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.enrolment.ApplicationWithdrawn;
import org.counterpart.enrolment.Applied;
import org.counterpart.enrolment.PeopleImported;
import org.counterpart.enrolment.places.DrawSetAside;
import org.counterpart.enrolment.places.Listed;
import org.counterpart.enrolment.places.PlaceFilled;
import org.counterpart.enrolment.places.PlacesDrawn;
import org.counterpart.enrolment.places.SettingAsideAsked;
import org.counterpart.enrolment.places.SettingAsideDeclined;
import org.counterpart.enrolment.places.SettingAsideRefused;
import org.counterpart.matching.PairWished;
import org.counterpart.matching.RulesChanged;
import org.counterpart.matching.RunKept;
import org.counterpart.matching.RunPublished;
import org.counterpart.pairing.PairDecided;
import org.counterpart.pairing.PairEnded;
import org.counterpart.pairing.PairPaused;
import org.counterpart.pairing.PairResumed;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ErasureRefused;
import org.counterpart.privacy.PersonErased;
import org.counterpart.programme.PhaseChanged;
import org.counterpart.programme.ProgrammeStarted;
import org.counterpart.vault.KeyLogged;
import org.springframework.stereotype.Component;

/// Records what is decided about programmes and the people in them.
@Component
class RecordingDecisions {
    private final AuditLog log;

    RecordingDecisions(AuditLog log) {
        this.log = log;
    }

    enum Outcome {
        AGREED,
        NOT_GOING_AHEAD
    }

    @Recorded
    void record(ProgrammeStarted event) {
        log.add(decided(Kind.PROGRAMME_STARTED, event.programmeId()));
    }

    @Recorded
    void record(PhaseChanged event) {
        log.add(decided(Kind.PHASE_CHANGED, event.programmeId()).because(event.to()));
    }

    @Recorded
    void record(PeopleImported event) {
        log.add(decided(Kind.PEOPLE_IMPORTED, event.programmeId()).concerning(event.signedUp()));
        if (!event.withdrawn().isEmpty()) {
            log.add(decided(Kind.SIGN_UPS_WITHDRAWN, event.programmeId()).concerning(event.withdrawn()));
        }
    }

    @Recorded
    void record(PlacesDrawn event) {
        log.add(decided(Kind.PLACES_DRAWN, event.programmeId())
                .concerning(event.places().stream().map(Listed::personId).toList()));
    }

    @Recorded
    void record(SettingAsideAsked event) {
        log.add(decided(Kind.SETTING_ASIDE_ASKED, event.programmeId()));
    }

    @Recorded
    void record(SettingAsideRefused event) {
        log.add(decided(Kind.SETTING_ASIDE_REFUSED, event.programmeId()).because(event.why()));
    }

    @Recorded
    void record(SettingAsideDeclined event) {
        log.add(decided(Kind.SETTING_ASIDE_DECLINED, event.programmeId()));
    }

    @Recorded
    void record(DrawSetAside event) {
        log.add(decided(Kind.DRAW_SET_ASIDE, event.programmeId()).concerning(event.people()));
    }

    @Recorded
    void record(PlaceFilled event) {
        log.add(Deed.of(Kind.PLACE_FILLED).in(event.programmeId()).concerning(event.personId()));
    }

    @Recorded
    void record(Applied event) {
        log.add(decided(Kind.APPLIED, event.programmeId()).concerning(event.personId()));
    }

    @Recorded
    void record(ApplicationWithdrawn event) {
        log.add(decided(Kind.APPLICATION_WITHDRAWN, event.programmeId()).concerning(event.personId()));
    }

    @Recorded
    void record(RulesChanged event) {
        log.add(decided(Kind.RULES_CHANGED, event.programmeId()));
    }

    @Recorded
    void record(PairWished event) {
        var kind = switch (event.wish()) {
            case LOCKED -> Kind.PAIR_LOCKED;
            case FORBIDDEN -> Kind.PAIR_FORBIDDEN;
            case null -> Kind.PAIR_LEFT_OPEN;
        };
        log.add(decided(kind, event.programmeId())
                .concerning(event.pair().mentor(), event.pair().mentee()));
    }

    @Recorded
    void record(RunKept event) {
        log.add(decided(Kind.MATCHING_RUN, event.programmeId())
                .about(About.run(event.runId()))
                .concerning(event.people()));
    }

    @Recorded
    void record(RunPublished event) {
        var asked = event.newPairs().stream()
                .flatMap(pair -> Stream.of(pair.mentorId(), pair.menteeId()))
                .toList();
        log.add(decided(Kind.PAIRS_PUBLISHED, event.programmeId())
                .about(About.run(event.runId()))
                .concerning(asked));
        if (!event.leftOut().isEmpty()) {
            log.add(decided(Kind.PEOPLE_LEFT_OUT, event.programmeId())
                    .about(About.run(event.runId()))
                    .concerning(event.leftOut()));
        }
    }

    /// By nobody: who answered last is who did not say no first.
    @Recorded
    void record(PairDecided event) {
        log.add(Deed.of(Kind.PAIR_DECIDED)
                .in(event.programmeId())
                .about(About.pair(event.pairId()))
                .concerning(event.mentorId(), event.menteeId())
                .because(event.agreed() ? Outcome.AGREED : Outcome.NOT_GOING_AHEAD));
    }

    /// By nobody, and so it is below: who asked is not to be known.
    @Recorded
    void record(PairPaused event) {
        log.add(Deed.of(Kind.PAIR_PAUSED)
                .in(event.programmeId())
                .about(About.pair(event.pairId()))
                .concerning(event.mentorId(), event.menteeId())
                .because(event.pause().cause()));
    }

    @Recorded
    void record(PairResumed event) {
        log.add(Deed.of(Kind.PAIR_RESUMED)
                .in(event.programmeId())
                .about(About.pair(event.pairId()))
                .concerning(event.mentorId(), event.menteeId())
                .because(event.cause()));
    }

    @Recorded
    void record(PairEnded event) {
        log.add(decided(Kind.PAIR_ENDED, event.programmeId())
                .about(About.pair(event.pairId()))
                .concerning(event.mentorId(), event.menteeId()));
    }

    @Recorded
    void record(KeyLogged event) {
        log.add(Deed.of(Kind.KEY_LOGGED)
                .by(Acting.account())
                .about(About.keyLogEntry(event.hash()))
                .concerning(event.personId()));
    }

    @Recorded
    void record(PersonErased event) {
        log.add(Deed.of(Kind.PERSON_ERASED).by(Acting.account()).concerning(event.standIn()));
    }

    @Recorded
    void record(ErasureRefused event) {
        var refused = Deed.of(Kind.ERASURE_REFUSED).by(Acting.account()).because(event.why());
        var person = event.personId();
        log.add(person == null ? refused : refused.concerning(person));
    }

    private static Deed decided(Kind kind, UUID programmeId) {
        return Deed.of(kind).by(Acting.account()).in(programmeId);
    }
}

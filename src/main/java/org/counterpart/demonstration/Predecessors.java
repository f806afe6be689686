// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.country.SettlingCountries;
import org.counterpart.enrolment.country.Standing;
import org.counterpart.enrolment.places.DrawingPlaces;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.consultation.Consultations;
import org.counterpart.programme.consultation.Consulting;
import org.counterpart.programme.consultation.Consulting.Typed;
import org.counterpart.programme.consultation.Pitfall.Answer;
import org.counterpart.programme.criteria.SettingCriteria;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Has made-up people heard who took part in an earlier programme, and brings the new one to the end of its call.
@Component
class Predecessors {
    private static final List<Typed> SAID = List.of(
            new Typed(
                    "Ines, Lisbon",
                    "MENTOR",
                    "Pilot in Lisbon",
                    "A leader asked me something and wrote the answer down.",
                    "We met in my office, not in hers.",
                    "Meetings were cancelled on the day"),
            new Typed(
                    "Jonas, Hamburg",
                    "MENTEE",
                    "Pilot in Hamburg",
                    "I stopped guessing what new colleagues think.",
                    "My first task was to ask, not to tell.",
                    "Nobody knew what to do once the first questions were asked"),
            new Typed(
                    "Wanjiru, Nairobi",
                    "MENTEE",
                    "Pilot in Lisbon",
                    "I learnt to use the tools that my team uses.",
                    "",
                    ""));

    private final Consultations consultations;
    private final Consulting consulting;
    private final SettingCriteria setting;
    private final SettlingCountries countries;
    private final MovingOn moving;
    private final DrawingPlaces drawing;
    private final Clock clock;

    Predecessors(
            Consultations consultations,
            Consulting consulting,
            SettingCriteria setting,
            SettlingCountries countries,
            MovingOn moving,
            DrawingPlaces drawing,
            Clock clock) {
        this.consultations = consultations;
        this.consulting = consulting;
        this.setting = setting;
        this.countries = countries;
        this.moving = moving;
        this.drawing = drawing;
        this.clock = clock;
    }

    void prepare(UUID programmeId, SignedIn owner) {
        SAID.forEach(typed -> consulting.hear(programmeId, typed));
        consultations.of(programmeId).stream()
                .flatMap(voice -> voice.pitfalls().stream())
                .forEach(pitfall -> consulting.answer(
                        programmeId,
                        pitfall.id(),
                        Answer.DECISION.name(),
                        "Dates are agreed for all six months at the start, with a topic for each."));
        moving.move(programmeId, Phase.CONSULTED, "Three people from two earlier pilots were heard.", owner);
        setting.settle(programmeId, WhatTheCallSays.at(clock.instant()));
        countries.of(programmeId).stream()
                .filter(SettlingCountries.Line::missing)
                .forEach(line -> countries.settle(
                        programmeId,
                        new SettlingCountries.Typed(
                                line.country().code(),
                                Standing.Kind.AGREED.name(),
                                "Group agreement on reverse mentoring, signed by all works councils.",
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                        .toString()),
                        owner));
        moving.move(programmeId, Phase.OPEN, "Everyone at Tidewater was told of the call.", owner);
    }

    /// There is room for everybody, so that everyone starts.
    void closeTheCall(UUID programmeId, SignedIn owner) {
        moving.move(programmeId, Phase.CLOSED, "The date that was announced.", owner);
        drawing.draw(programmeId, "", "", owner);
    }
}

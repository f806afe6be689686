// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpart.enrolment.PeopleImported;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ConsentWithdrawn;
import org.counterpart.privacy.PersonErased;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Fills a place that somebody leaves with the first in reserve for the same role, and never from the next wave, so
/// that it stays a fair comparison (R65). With nobody left in the reserve the place stays empty.
@Component
class FillingPlaces {
    /// After that, whoever came new would find the programme over.
    private static final Set<Phase> GOING_ON =
            EnumSet.of(Phase.DRAWN, Phase.MATCHED, Phase.PREPARING, Phase.ACTIVE, Phase.PAUSED, Phase.MID_POINT);

    private final Draws draws;
    private final PlacesOfDraws places;
    private final ClosingLists lists;
    private final Phases phases;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FillingPlaces(
            Draws draws,
            PlacesOfDraws places,
            ClosingLists lists,
            Phases phases,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.draws = draws;
        this.places = places;
        this.lists = lists;
        this.phases = phases;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void hear(ConsentWithdrawn left) {
        switch (left.matter()) {
            case PROGRAMME ->
                Acting.system(() -> places.programmesOf(left.personId())
                        .forEach(programme -> leave(programme, List.of(left.personId()), left.at())));
            case RESEARCH, SURVEYS -> {}
        }
    }

    @EventListener
    void hear(PeopleImported imported) {
        if (!imported.withdrawn().isEmpty()) {
            Acting.system(() -> leave(imported.programmeId(), imported.withdrawn(), clock.instant()));
        }
    }

    /// Before the draw, they are taken off the list, which is closed once more: what stood there of them is gone, and
    /// nothing was said yet that could be used to choose.
    @EventListener
    void hear(PersonErased erased) {
        Acting.system(() -> places.programmesOf(erased.standIn()).forEach(programme -> {
            var draw = draws.hold(programme).orElseThrow();
            if (draw.held() == null) {
                places.remove(programme, erased.standIn());
                lists.fixAgain(draw);
                closedAnew(draw, erased.at());
            } else {
                leave(programme, List.of(erased.standIn()), erased.at());
            }
        }));
    }

    /// Whoever wrote the digest down finds in the log that there is another one, and why.
    private void closedAnew(ProgrammeDraw before, Instant at) {
        var after = draws.find(before.programmeId()).orElseThrow();
        decisions.add(new Decision(
                before.programmeId(),
                at,
                null,
                Decision.Act.LIST_CLOSED_ANEW,
                List.of(applicants(after), digest(before), digest(after)),
                ""));
    }

    private static String applicants(ProgrammeDraw draw) {
        return draw.closed() == null ? "0" : String.valueOf(draw.closed().applicants());
    }

    private static String digest(ProgrammeDraw draw) {
        return draw.list() == null ? "–" : draw.list().digest();
    }

    private void leave(UUID programmeId, Collection<String> people, Instant at) {
        var draw = draws.hold(programmeId);
        if (draw.isPresent()) {
            places.leave(programmeId, people, at);
            if (draw.get().held() != null) {
                fill(programmeId, at);
            }
        }
    }

    /// Whoever calls this holds the draw.
    void fill(UUID programmeId, Instant at) {
        if (!GOING_ON.contains(phases.of(programmeId))) {
            return;
        }
        var all = places.of(programmeId);
        var moved = new HashSet<String>();
        for (var gone : free(all)) {
            next(all, gone, moved).ifPresent(next -> {
                moved.add(next.number());
                places.moveUp(next, gone, at);
                decisions.add(new Decision(
                        programmeId, at, null, Decision.Act.PLACE_FILLED, List.of(String.valueOf(next.turn())), ""));
                events.publishEvent(new PlaceFilled(programmeId, next.personId(), at));
            });
        }
    }

    /// Places that somebody left and nobody has, the longest free first.
    static List<Listed> free(List<Listed> all) {
        var filled = new HashSet<>(all.stream().map(Listed::inPlaceOf).toList());
        return all.stream()
                .filter(each -> each.hasPlace() && each.leftAt() != null && !filled.contains(each.number()))
                .sorted(Comparator.comparing(Listed::leftAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Listed::number))
                .toList();
    }

    private static Optional<Listed> next(List<Listed> all, Listed gone, Set<String> moved) {
        return all.stream()
                .filter(each -> each.waitsInReserve() && each.pool() == gone.pool() && !moved.contains(each.number()))
                .min(Comparator.comparingInt(Listed::turn));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Season;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Decision.Act;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FillingPlacesTest extends DrawScene {
    @Autowired
    private Consents consents;

    @Autowired
    private Decisions decisions;

    @Test
    void whoever_leaves_frees_a_place_for_the_first_in_reserve_of_the_same_role() {
        var call = drawn(crowded());
        var gone = starting(call, Pool.MENTOR).getFirst();
        var next = reserve(call, Pool.MENTOR).getFirst();
        jdbc.sql("delete from mail").update();

        leaves(gone.personId());

        var now = places.of(call.programme, next.personId()).orElseThrow();
        assertThat(now.starts()).isTrue();
        assertThat(now.inPlaceOf()).isEqualTo(gone.number());
        assertThat(takingPart(call))
                .contains(next.personId())
                .doesNotContain(gone.personId())
                .hasSize(40);
        assertThat(mailed("A place in Learning upwards came free, and it is yours"))
                .containsExactly(next.personId() + "@x.example");
        assertThat(decisions.before(call.programme, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.decision().act()).isEqualTo(Act.PLACE_FILLED))
                .satisfies(entry -> assertThat(entry.decision().by()).isNull())
                .satisfies(entry -> assertThat(entry.decision().about()).containsExactly("1"));
        assertThat(count("audit_event where kind = 'PLACE_FILLED' and actor is null"))
                .isEqualTo(1);
    }

    @Test
    void the_reserve_moves_up_in_its_order_and_then_places_stay_empty() {
        var call = drawn(crowded());
        var reserve = reserve(call, Pool.MENTEE);

        starting(call, Pool.MENTEE).stream().limit(5).forEach(gone -> leaves(gone.personId()));

        assertThat(those(call.programme, each -> each.movedUpAt() != null))
                .extracting(Listed::number)
                .containsExactlyInAnyOrderElementsOf(
                        reserve.stream().map(Listed::number).toList());
        assertThat(FillingPlaces.free(places.of(call.programme))).hasSize(2);
        assertThat(starting(call, Pool.MENTEE)).hasSize(18);
    }

    @Test
    void nobody_is_ever_taken_from_the_next_wave_or_from_the_other_role() {
        var call = drawn(crowded());
        var next = those(call.programme, each -> each.outcome() == Outcome.COMPARISON);

        starting(call, Pool.MENTOR).forEach(gone -> leaves(gone.personId()));

        assertThat(those(call.programme, each -> each.outcome() == Outcome.COMPARISON))
                .isEqualTo(next);
        assertThat(reserve(call, Pool.MENTEE)).hasSize(3);
        assertThat(starting(call, Pool.MENTOR)).hasSize(3);
    }

    @Test
    void whoever_left_the_reserve_is_passed_over_and_whoever_moved_up_frees_their_place_again() {
        var call = drawn(crowded());
        var reserve = reserve(call, Pool.MENTOR);
        leaves(reserve.getFirst().personId());
        leaves(starting(call, Pool.MENTOR).getFirst().personId());
        assertThat(places.of(call.programme, reserve.get(1).personId())
                        .orElseThrow()
                        .starts())
                .isTrue();

        leaves(reserve.get(1).personId());

        assertThat(places.of(call.programme, reserve.get(2).personId())
                        .orElseThrow()
                        .inPlaceOf())
                .isEqualTo(reserve.get(1).number());
        assertThat(starting(call, Pool.MENTOR)).hasSize(20);
    }

    @Test
    @Asvs({"2.3.4", "15.4.2"})
    void sixty_four_who_leave_at_once_move_up_exactly_the_reserve_and_nobody_twice() throws Exception {
        var call = drawn(
                Call.in(application).opens("64+9", "10+2").apply(90, 20, 0).closes());
        var leaving = starting(call, Pool.MENTOR);
        assertThat(leaving).hasSize(64);
        var reserve = reserve(call, Pool.MENTOR);
        jdbc.sql("delete from mail").update();

        try (var all = Executors.newFixedThreadPool(8)) {
            var done = all.invokeAll(leaving.stream()
                    .<Callable<String>>map(each -> () -> {
                        Acting.system(() -> consents.turn(each.personId(), Matter.PROGRAMME, false));
                        return "";
                    })
                    .toList());
            assertThat(done).allMatch(each -> each.state() == Future.State.SUCCESS);
        }

        var moved = those(call.programme, each -> each.movedUpAt() != null);
        assertThat(moved)
                .extracting(Listed::number)
                .containsExactlyInAnyOrderElementsOf(
                        reserve.stream().map(Listed::number).toList());
        assertThat(moved).extracting(Listed::inPlaceOf).doesNotHaveDuplicates();
        assertThat(starting(call, Pool.MENTOR)).hasSize(9);
        assertThat(mailed("A place in % came free, and it is yours")).hasSize(9).doesNotHaveDuplicates();
        assertThat(FillingPlaces.free(places.of(call.programme))).hasSize(55);
    }

    @Test
    void an_import_that_withdraws_somebody_frees_their_place_and_signing_them_up_again_takes_it_from_nobody() {
        var call = drawn(crowded());
        var gone = starting(call, Pool.MENTOR).getFirst();
        var next = reserve(call, Pool.MENTOR).getFirst();

        imports(call, "id,name,role\n%s,Gone,\n".formatted(gone.personId()));
        imports(call, "id,name,role\n%s,Gone,mentor\n".formatted(gone.personId()));

        assertThat(takingPart(call)).contains(next.personId()).doesNotContain(gone.personId());
        assertThat(signUps.has(call.programme, gone.personId())).isTrue();
    }

    @Test
    void an_erasure_frees_a_place_too() {
        var call = drawn(crowded());
        var gone = starting(call, Pool.MENTOR).getFirst();
        var next = reserve(call, Pool.MENTOR).getFirst();

        application.getBean(Erasing.class).erase(gone.personId());

        assertThat(places.of(call.programme, next.personId()).orElseThrow().inPlaceOf())
                .isEqualTo(gone.number());
    }

    @Test
    void whoever_left_between_the_closing_and_the_draw_frees_their_place_at_once_and_reads_nothing_of_it() {
        var call = crowded();
        IntStream.rangeClosed(1, 40).filter(each -> each != 7).forEach(each -> leaves("m" + each));
        jdbc.sql("delete from mail").update();

        drawn(call);

        var seven = places.of(call.programme, "m7").orElseThrow();
        assertThat(takingPart(call).contains("m7")).isEqualTo(seven.hasPlace());
        assertThat(mailed("%").stream().filter(each -> each.startsWith("m"))).hasSize(1);
    }

    @Test
    void once_the_programme_closes_nobody_comes_new() {
        var call = drawn(crowded());
        var moving = application.getBean(MovingOn.class);
        moving.reach(call.programme, Phase.MATCHED, Season.OWNER);
        for (var phase : List.of(Phase.PREPARING, Phase.ACTIVE, Phase.CLOSING)) {
            moving.move(call.programme, phase, "Planned", Season.OWNER);
        }

        leaves(starting(call, Pool.MENTOR).getFirst().personId());

        assertThat(those(call.programme, each -> each.movedUpAt() != null)).isEmpty();
    }

    @Test
    void leaving_frees_the_places_of_every_programme_and_leaving_before_a_call_closes_none() {
        var first = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes();
        var second = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes();
        drawn(first);
        drawn(second);
        Call.in(application).opens("2+1", "2+1").apply(6, 6, 0);

        IntStream.rangeClosed(1, 6).forEach(each -> leaves("m" + each));

        for (var call : List.of(first, second)) {
            assertThat(starting(call, Pool.MENTOR)).isEmpty();
            assertThat(those(call.programme, each -> each.pool() == Pool.MENTOR && each.leftAt() == null))
                    .isEmpty();
        }
    }

    private List<Listed> starting(Call call, Pool pool) {
        return those(call.programme, each -> each.starts() && each.pool() == pool);
    }

    private List<Listed> reserve(Call call, Pool pool) {
        return those(call.programme, each -> each.waitsInReserve() && each.pool() == pool).stream()
                .sorted(Comparator.comparingInt(Listed::turn))
                .toList();
    }

    private void leaves(String person) {
        consents.turn(person, Matter.PROGRAMME, false);
    }

    private void imports(Call call, String file) {
        var importing = application.getBean(ImportingPeople.class);
        var draft = importing.upload(call.programme, "people.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(importing.confirm(call.programme, draft, Season.OWNER)).isPresent();
    }
}

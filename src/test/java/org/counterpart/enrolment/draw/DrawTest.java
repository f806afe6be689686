// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.enrolment.draw.Applying.SECRET;
import static org.counterpart.enrolment.draw.Applying.at;
import static org.counterpart.enrolment.draw.Applying.bySite;
import static org.counterpart.enrolment.draw.Applying.drawn;
import static org.counterpart.enrolment.draw.Applying.ids;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Test
    void everybody_is_on_one_list_and_every_place_is_taken() {
        var drawn = drawn(at(21, 30, 12), bySite(20, 3), SECRET);

        assertThat(drawn.on(Outcome.START_NOW)).hasSize(20);
        assertThat(drawn.on(Outcome.RESERVE)).hasSize(3);
        assertThat(drawn.on(Outcome.COMPARISON)).hasSize(40);
        assertThat(drawn.on(Outcome.RESERVE)).extracting(Place::turn).containsExactly(1, 2, 3);
    }

    @Test
    void the_order_in_which_applicants_stand_changes_nothing() {
        var applicants = new ArrayList<>(at(21, 30, 12));
        var drawn = drawn(applicants, bySite(20, 3), SECRET);

        for (int attempt = 0; attempt < 20; attempt++) {
            Collections.shuffle(applicants, new Random(attempt));
            var again = drawn(applicants, bySite(20, 3), SECRET);
            assertThat(again.places()).isEqualTo(drawn.places());
            assertThat(again.notice()).isEqualTo(drawn.notice());
        }
    }

    @Test
    void another_seed_witness_applicant_stratum_word_or_place_makes_another_draw() {
        var applicants = at(4, 5);
        var word = new ArrayList<>(applicants);
        word.set(3, new Applicant(applicants.get(3).id(), Side.ANY, List.of("Leeds"), "another word"));
        var stratum = new ArrayList<>(applicants);
        stratum.set(3, new Applicant(applicants.get(3).id(), Side.ANY, List.of("Aarhus"), "word of Leeds3"));
        var id = new ArrayList<>(applicants);
        id.set(3, new Applicant("Leeds4", Side.ANY, List.of("Leeds"), "word of Leeds3"));

        var draws = Stream.of(
                        drawn(applicants, bySite(3, 1), SECRET),
                        drawn(applicants, bySite(3, 1), new Secret("another seed", SECRET.witness())),
                        drawn(applicants, bySite(3, 1), new Secret(SECRET.seed(), "heron")),
                        drawn(applicants.subList(1, 9), bySite(3, 1), SECRET),
                        drawn(word, bySite(3, 1), SECRET),
                        drawn(stratum, bySite(3, 1), SECRET),
                        drawn(id, bySite(3, 1), SECRET),
                        drawn(applicants, bySite(4, 1), SECRET),
                        drawn(applicants, bySite(3, 2), SECRET),
                        drawn(applicants, Terms.of(new Seats(3, 1), "office"), SECRET))
                .map(drawn -> drawn.notice().root())
                .toList();

        assertThat(new HashSet<>(draws)).hasSameSizeAs(draws);
    }

    @Test
    void a_text_is_the_same_however_its_letters_were_composed() {
        var composed = List.of(at("Gdańsk", "Zoë"), at("Gdańsk", "Jörg"));
        var apart = composed.stream()
                .map(each -> at(apart("Gdańsk"), apart(each.id()) + " "))
                .toList();

        assertThat(drawn(apart, bySite(1, 0), SECRET).notice())
                .isEqualTo(drawn(composed, bySite(1, 0), SECRET).notice());
    }

    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    @Test
    void the_highest_ticket_that_starts_tells_each_list_apart() {
        var drawn = drawn(at(21, 30, 1), bySite(20, 3), SECRET);

        assertThat(drawn.places()).allSatisfy(place -> {
            var above = drawn.places().stream()
                    .filter(other -> other.group().equals(place.group()))
                    .filter(other -> other.ticket().compareTo(place.ticket()) < 0)
                    .toList();
            assertThat(above).extracting(Place::outcome).allMatch(outcome -> outcome.compareTo(place.outcome()) <= 0);
            assertThat(place.group().outcome(place.ticket())).isEqualTo(place.outcome());
        });
    }

    @Test
    void a_place_that_comes_free_goes_to_the_reserve_in_its_order_and_to_nobody_else() {
        var drawn = drawn(at(21, 30, 12), bySite(20, 3), SECRET);
        var reserve = ids(drawn.on(Outcome.RESERVE));
        var gone = new HashSet<String>();

        for (var expected : reserve) {
            assertThat(drawn.next(Pool.EVERYONE, gone))
                    .map(place -> place.applicant().id())
                    .hasValue(expected);
            gone.add(expected);
        }
        assertThat(drawn.next(Pool.EVERYONE, gone)).isEmpty();
    }

    @Test
    void where_places_are_by_role_mentors_are_replaced_by_mentors() {
        var terms = Terms.byRole(new Seats(20, 2), new Seats(20, 3));
        var drawn = drawn(Applying.as(34, 19, 10), terms, SECRET);

        assertThat(drawn.on(Outcome.START_NOW)).hasSize(40);
        assertThat(drawn.on(Outcome.START_NOW).stream().filter(place -> place.pool() == Pool.MENTOR))
                .hasSize(20);
        assertThat(drawn.places()).allMatch(place -> place.applicant().side().fits(place.pool()));
        assertThat(drawn.next(Pool.MENTEE, Set.of())).hasValueSatisfying(place -> {
            assertThat(place.pool()).isEqualTo(Pool.MENTEE);
            assertThat(place.turn()).isEqualTo(1);
        });
    }

    @Test
    void who_may_be_either_is_dealt_out_so_that_chances_are_as_equal_as_they_can_be() {
        // 20 of 26 mentors and 20 of 26 mentees.
        var drawn = drawn(Applying.as(20, 22, 10), Terms.byRole(new Seats(20, 0), new Seats(20, 0)), SECRET);
        // All ten are needed as mentees for 29 places.
        var scarce = drawn(Applying.as(40, 19, 10), Terms.byRole(new Seats(20, 5), new Seats(25, 4)), SECRET);

        assertThat(drawn.groups()).extracting(Group::applicants).containsExactly(26, 26);
        assertThat(scarce.groups()).extracting(Group::applicants).containsExactly(40, 29);
    }
}

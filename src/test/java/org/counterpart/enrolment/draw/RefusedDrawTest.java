// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.enrolment.draw.Applying.SECRET;
import static org.counterpart.enrolment.draw.Applying.at;
import static org.counterpart.enrolment.draw.Applying.bySite;

import java.util.List;
import org.counterpart.enrolment.draw.Refused.Fault;
import org.counterpart.enrolment.draw.Refused.Why;
import org.junit.jupiter.api.Test;

class RefusedDrawTest {
    @Test
    void no_places_and_more_than_applicants_are_refused() {
        assertThat(faults(at(3), bySite(0, 0))).containsExactly(Why.PLACES);
        assertThat(faults(at(3), bySite(-1, 0))).containsExactly(Why.PLACES);
        assertThat(faults(at(3), bySite(4, 0))).containsExactly(Why.TOO_MANY_PLACES);
        assertThat(faults(at(3), bySite(2, -1))).containsExactly(Why.RESERVE);
        assertThat(faults(at(3), bySite(2, 2))).containsExactly(Why.TOO_LARGE_RESERVE);
        assertThat(faults(at(3), bySite(Integer.MAX_VALUE, Integer.MAX_VALUE))).containsExactly(Why.TOO_MANY_PLACES);
        assertThat(faults(List.of(), bySite(1, 0))).containsExactly(Why.NO_APPLICANTS);
        assertThat(faults(at(3), bySite(3, 0))).isEmpty();
    }

    @Test
    void places_of_a_role_that_too_few_applied_for_are_refused() {
        var terms = Terms.byRole(new Seats(20, 2), new Seats(20, 2));

        assertThat(faults(Applying.as(40, 11, 10), terms)).containsExactly(Why.TOO_FEW_FOR_ROLES);
        assertThat(faults(Applying.as(17, 17, 9), terms)).containsExactly(Why.TOO_FEW_FOR_ROLES);
        assertThat(faults(Applying.as(17, 17, 10), terms)).isEmpty();
        assertThat(faults(at(50), terms)).contains(Why.SIDE, Why.STRATUM);
        assertThat(faults(Applying.as(17, 17, 10), Terms.of(new Seats(3, 0)))).contains(Why.SIDE);
    }

    @Test
    void nobody_has_two_tickets() {
        for (var same : List.of("n-1", "N-1", " N-1 ", "Ｎ-1", "N\u200D-1")) {
            assertThat(Draw.of(List.of(at("Leeds", "N-2"), at("Leeds", "N-1"), at("Oslo", same)), bySite(1, 0), SECRET))
                    .as(same)
                    .isEqualTo(new Refused(List.of(Fault.of(Why.TWICE, 2, same.strip(), 1))));
        }
    }

    @Test
    void texts_that_nobody_could_see_or_that_are_too_long_are_refused() {
        for (var hidden : List.of("a\u0000", "a\nb", "a\u202Eb", "a\uFEFFb", "\uD800", "x".repeat(10_000))) {
            var shown = hidden.length() > 9 ? "ten thousand characters" : hidden;
            assertThat(faults(List.of(at("Leeds", hidden)), bySite(1, 0)))
                    .as(shown)
                    .contains(Why.ID);
            assertThat(faults(List.of(at(hidden, "a")), bySite(1, 0))).as(shown).containsExactly(Why.STRATUM);
            var word = new Applicant("a", Side.ANY, List.of("Leeds"), hidden);
            assertThat(faults(List.of(word), bySite(1, 0))).as(shown).containsExactly(Why.WORD);
            assertThat(Scrutiny.of(new Secret(hidden, hidden)))
                    .extracting(Fault::why)
                    .containsExactly(Why.SEED, Why.WITNESS);
        }
        assertThat(faults(List.of(at("Leeds", " ")), bySite(1, 0))).containsExactly(Why.ID);
        assertThat(faults(List.of(at("", "a")), bySite(1, 0))).containsExactly(Why.STRATUM);
        assertThat(Scrutiny.of(new Secret(" ", ""))).extracting(Fault::why).containsExactly(Why.SEED);
    }

    @Test
    void every_fault_is_told_at_once() {
        var found = faults(List.of(at("Leeds", ""), at("", "a"), at("Leeds", "A")), bySite(0, 0));

        assertThat(found).containsExactly(Why.ID, Why.STRATUM, Why.TWICE);
    }

    @Test
    void a_column_stratifies_once() {
        assertThat(faults(
                        List.of(new Applicant("a", Side.ANY, List.of("x", "x"), "")),
                        Terms.of(new Seats(1, 0), "site", "site")))
                .containsExactly(Why.STRATA);
    }

    private static List<Why> faults(List<Applicant> applicants, Terms terms) {
        return switch (Draw.of(applicants, terms, SECRET)) {
            case Refused(var faults) -> faults.stream().map(Fault::why).toList();
            case Drawn _ -> List.of();
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.enrolment.draw.Applying.SECRET;
import static org.counterpart.enrolment.draw.Applying.at;
import static org.counterpart.enrolment.draw.Applying.bySite;
import static org.counterpart.enrolment.draw.Applying.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpart.enrolment.draw.Proof.Flaw;
import org.junit.jupiter.api.Test;

class ProofTest {
    private final Drawn drawn = drawn(at(8, 5, 1), bySite(5, 2), SECRET);

    @Test
    void everybody_can_check_their_own_place_however_many_applied() {
        for (int all = 1; all <= 40; all++) {
            var draw = drawn(at(all), bySite(1, 0), SECRET);
            for (var place : draw.places()) {
                assertThat(proof(draw, place.applicant().id()).flaw()).isEmpty();
            }
        }
    }

    @Test
    void whoever_did_not_apply_has_no_proof() {
        assertThat(drawn.proofOf("nobody")).isEmpty();
    }

    @Test
    void a_proof_names_nobody_else() {
        for (var place : drawn.places()) {
            var own = place.applicant();
            var shown = proof(drawn, own.id()).toString();
            assertThat(drawn.places())
                    .filteredOn(other -> !other.equals(place))
                    .allSatisfy(other ->
                            assertThat(shown).doesNotContain(other.applicant().word()));
        }
        assertThat(drawn.notice().toString()).doesNotContain("Leeds", "word of");
    }

    @Test
    void a_place_on_another_list_is_no_place_of_the_draw() {
        for (var place : drawn.places()) {
            var proof = proof(drawn, place.applicant().id());
            for (var other : Outcome.values()) {
                if (other != place.outcome()) {
                    assertThat(with(proof, new Place(place.applicant(), place.group(), place.ticket(), other, 0))
                                    .flaw())
                            .hasValue(Flaw.LIST);
                }
            }
        }
    }

    @Test
    void figures_made_up_to_fit_are_not_among_those_published() {
        var place = drawn.on(Outcome.COMPARISON).getFirst();
        var group = place.group();
        var generous = new Group(
                group.pool(), group.stratum(), group.applicants(), group.seats(), "f".repeat(64), group.reserveTo());

        var made = new Place(place.applicant(), generous, place.ticket(), Outcome.START_NOW, 0);

        assertThat(with(proof(drawn, place.applicant().id()), made).flaw()).hasValue(Flaw.ROOT);
    }

    @Test
    void a_ticket_of_another_word_is_found() {
        var place = drawn.places().getFirst();
        var applicant = new Applicant(
                place.applicant().id(), Side.ANY, place.applicant().stratum(), "another");

        var made = new Place(applicant, place.group(), place.ticket(), place.outcome(), place.turn());

        assertThat(with(proof(drawn, place.applicant().id()), made).flaw()).hasValue(Flaw.TICKET);
    }

    @Test
    void a_seed_that_was_not_committed_to_is_found() {
        var proof = proof(drawn, "Leeds0");
        var notice = proof.notice();
        var other = new Notice(
                notice.terms(),
                notice.applicants(),
                Secret.commitment("another seed"),
                notice.listDigest(),
                notice.secret(),
                notice.root());

        assertThat(new Proof(other, proof.place(), proof.salt(), proof.leaf(), proof.path()).flaw())
                .hasValue(Flaw.SEED);
    }

    @Test
    void a_path_cut_short_stretched_or_altered_leads_elsewhere() {
        var proof = proof(drawn, "Leeds0");
        var ways = new ArrayList<List<String>>(
                List.of(List.of(), proof.path().subList(1, proof.path().size())));
        ways.add(proof.path().reversed());
        ways.add(List.of("no digest"));
        var longer = new ArrayList<>(proof.path());
        longer.add("0".repeat(64));
        ways.add(longer);

        assertThat(ways)
                .allSatisfy(way -> assertThat(
                                new Proof(proof.notice(), proof.place(), proof.salt(), proof.leaf(), way).flaw())
                        .hasValue(Flaw.ROOT));
        assertThat(IntStream.of(-1, proof.leaf() + 1, 14))
                .allSatisfy(leaf -> assertThat(
                                new Proof(proof.notice(), proof.place(), proof.salt(), leaf, proof.path()).flaw())
                        .hasValue(Flaw.ROOT));
    }

    private static Proof proof(Drawn drawn, String id) {
        return drawn.proofOf(id).orElseThrow();
    }

    private static Proof with(Proof proof, Place place) {
        return new Proof(proof.notice(), place, proof.salt(), proof.leaf(), proof.path());
    }
}

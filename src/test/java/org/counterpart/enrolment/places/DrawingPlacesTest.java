// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.files.ProofFile;
import org.counterpart.enrolment.draw.files.Repeating;
import org.counterpart.enrolment.draw.files.Repetition;
import org.counterpart.enrolment.places.DrawingPlaces.Refused;
import org.counterpart.enrolment.places.DrawingPlaces.Why;
import org.counterpart.evidence.Asvs;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.PublishingRun;
import org.counterpart.pairing.Season;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Erasing;
import org.counterpart.programme.Decision.Act;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class DrawingPlacesTest extends DrawScene {
    @Autowired
    private DrawRecords records;

    @Autowired
    private Decisions decisions;

    @Autowired
    private ProposingPairs proposing;

    @Autowired
    private PublishingRun publishing;

    @Test
    void everyone_on_the_list_is_on_one_of_three_lists_and_is_told_once_in_kind_words() {
        var call = drawn(crowded());

        assertThat(phases.of(call.programme)).isEqualTo(Phase.DRAWN);
        var byOutcome = places.of(call.programme).stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(requireNonNull(each.pool()).name(), requireNonNull(each.outcome())),
                        Collectors.counting()));
        assertThat(byOutcome)
                .containsEntry(List.of("MENTOR", Outcome.START_NOW), 20L)
                .containsEntry(List.of("MENTOR", Outcome.RESERVE), 3L)
                .containsEntry(List.of("MENTOR", Outcome.COMPARISON), 17L)
                .containsEntry(List.of("MENTEE", Outcome.START_NOW), 20L)
                .containsEntry(List.of("MENTEE", Outcome.RESERVE), 3L);
        assertThat(mailed("You have a place in Learning upwards")).hasSize(40);
        assertThat(mailed("You are in the reserve of Learning upwards")).hasSize(6);
        assertThat(mailed("You are in the next wave of Learning upwards")).hasSize(17);
        assertThat(count("mail where body like '%The next wave starts on 5 July 2028.%'"))
                .isEqualTo(23);
        assertThat(count("mail where body like '%{%' or body like '%' || chr(10) || ' %'"))
                .isZero();
        assertThat(jdbc.sql("select recipient from mail").query(String.class).list())
                .doesNotHaveDuplicates();
    }

    @Test
    void who_drew_and_where_the_witness_is_from_stands_in_the_logs() {
        var call = drawn(crowded());

        assertThat(decisions.before(call.programme, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.decision().act()).isEqualTo(Act.PLACES_DRAWN))
                .satisfies(entry -> assertThat(entry.decision().about()).containsExactly("40", "6", "17"))
                .satisfies(entry -> assertThat(entry.decision().reason()).isEqualTo(SOURCE));
        assertThat(count("audit_event where kind = 'PLACES_DRAWN'")).isEqualTo(1);
    }

    @Test
    void a_second_draw_is_refused_for_good_also_by_the_database() {
        var call = drawn(crowded());
        var before = places.of(call.programme);
        int mails = count("mail");

        assertThat(drawing.draw(call.programme, "Another word", SOURCE, Season.OWNER))
                .isEqualTo(new Refused(Why.ALREADY_DRAWN));

        for (var deed : List.of(
                "update draw set witness = 'Another word'",
                "update draw set drawn_at = null, seed = null, witness = null, root = null",
                "update draw set list = repeat('0', 64)",
                "delete from draw",
                "update draw_place set outcome = 'START_NOW', turn = 0 where outcome = 'COMPARISON'",
                "update draw_place set turn = 4 - turn where outcome = 'RESERVE'",
                "update draw_place set number = person_id",
                "update draw_place set moved_up_at = now(), in_place_of = number where outcome = 'COMPARISON'",
                "insert into draw_place select programme_id, 'late', 'late', 'MENTOR', '{}', 'MENTOR', '0', 'START_NOW' "
                        + "from draw")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).describedAs(deed).isInstanceOf(DataAccessException.class);
        }
        assertThat(places.of(call.programme)).isEqualTo(before);
        assertThat(count("mail")).isEqualTo(mails);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed_at = committed_at - interval '1 second'",
                "drawn_at = closed_at - interval '1 second', seed = :seed, witness = 'W', witness_source = 'S', root = '0'",
                "committed_at = committed_at - interval '1 second'"
            })
    void nothing_of_a_draw_is_dated_back(String deed) {
        var call = crowded();
        var before = draws.find(call.programme);

        assertThatThrownBy(() -> jdbc.sql("update draw set " + deed)
                        .param("seed", draws.seed(call.programme))
                        .update())
                .isInstanceOf(DataAccessException.class);

        assertThat(draws.find(call.programme)).isEqualTo(before);
    }

    @Test
    void names_and_sites_in_any_script_are_drawn_and_repeated(@TempDir Path folder) throws IOException {
        var call = Call.in(application).opens("2+1", "2+1").apply(4, 4, 0);
        application
                .getBean(org.counterpart.people.People.class)
                .save(List.of(
                        Call.person("m1", "東京", 1),
                        Call.person("m2", "دبي", 1),
                        Call.person("l1", "Łódź", 6),
                        Call.person("l2", "Αθήνα", 6)));

        drawn(call.closes());

        assertThat(places.of(call.programme).stream().map(each -> each.stratum().getFirst()))
                .contains("東京", "دبي", "Łódź", "Αθήνα");
        unzip(records.result(draws.find(call.programme).orElseThrow()).orElseThrow(), folder);
        assertThat(Repeating.of(folder, "", "")).isInstanceOf(Repetition.Same.class);
    }

    @Test
    @Asvs({"2.3.4", "15.4.2"})
    void of_many_who_draw_at_once_one_does() throws Exception {
        var call = crowded();

        List<DrawingPlaces.Answer> answers;
        try (var owners = Executors.newFixedThreadPool(8)) {
            answers = owners
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<DrawingPlaces.Answer>>mapToObj(each -> () -> Acting.owner(null, null)
                                    .<DrawingPlaces.Answer, RuntimeException>call(
                                            () -> drawing.draw(call.programme, "Word " + each, SOURCE, Season.OWNER)))
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers).filteredOn(DrawingPlaces.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Refused(Why.ALREADY_DRAWN)::equals).hasSize(7);
        assertThat(count("mail")).isEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u202E", "Word\u0007"})
    void a_witness_who_says_nothing_that_can_be_seen_is_refused(String witness) {
        var call = crowded();

        assertThat(drawing.draw(call.programme, witness, SOURCE, Season.OWNER)).isEqualTo(new Refused(Why.WITNESS));
        assertThat(drawing.draw(call.programme, "w".repeat(201), SOURCE, Season.OWNER))
                .isEqualTo(new Refused(Why.WITNESS));
        assertThat(drawing.draw(call.programme, WITNESS, " ", Season.OWNER)).isEqualTo(new Refused(Why.SOURCE));
        assertThat(drawing.draw(call.programme, WITNESS, "s".repeat(10_000), Season.OWNER))
                .isEqualTo(new Refused(Why.SOURCE));
        assertThat(draws.find(call.programme).orElseThrow().held()).isNull();
        assertThat(count("mail")).isZero();
    }

    @Test
    @Asvs("2.3.1")
    void nothing_is_drawn_before_the_call_is_closed_or_where_none_opened() {
        var open = Call.in(application).opens("1+0", "1+0").apply(3, 3, 0);

        assertThat(draw(open)).isEqualTo(new Refused(Why.CALL_OPEN));
        assertThat(drawing.draw(
                        Season.begin(
                                application.getBean(org.counterpart.programme.Programmes.class),
                                application.getBean(org.counterpart.people.People.class),
                                signUps),
                        WITNESS,
                        SOURCE,
                        Season.OWNER))
                .isEqualTo(new Refused(Why.NO_CALL));
        assertThat(draw(Call.in(application).opens("1+0", "1+0").apply(3, 0, 0).closes()))
                .isEqualTo(new Refused(Why.NOTHING_TO_DRAW));
    }

    @Test
    void where_there_is_room_for_everybody_everyone_starts_without_a_witness() {
        var call = Call.in(application).opens("20+3", "20+3").apply(6, 5, 2).closes();

        assertThat(drawing.draw(call.programme, "", "", Season.OWNER)).isEqualTo(new DrawingPlaces.Done());

        assertThat(places.of(call.programme)).hasSize(13).allMatch(Listed::starts);
        assertThat(mailed("You have a place in %")).hasSize(13);
        assertThat(takingPart(call)).hasSize(13);
    }

    @Test
    void the_matching_takes_those_who_start_and_none_but_them() {
        var call = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes();
        assertThat(takingPart(call)).hasSize(12);

        drawn(call);

        assertThat(takingPart(call))
                .containsExactlyInAnyOrderElementsOf(those(call.programme, Listed::starts).stream()
                        .map(Listed::personId)
                        .toList())
                .hasSize(4);
        var run = run(call.programme);
        assertThat(run.field().mentors()).isEqualTo(2);
        assertThat(run.field().mentees()).isEqualTo(2);
    }

    @Test
    @Asvs("2.3.1")
    void pairs_are_not_published_while_a_draw_is_due_and_nothing_is_drawn_after_they_are() {
        var crowded = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes();
        assertThat(publish(crowded.programme)).isEqualTo(new PublishingRun.Refused(PublishingRun.Why.DRAW_DUE));

        var roomy = Call.in(application).opens("20+1", "20+1").apply(3, 3, 0).closes();
        assertThat(publish(roomy.programme)).isInstanceOf(PublishingRun.Published.class);
        assertThat(draw(roomy)).isEqualTo(new Refused(Why.TOO_LATE));
    }

    @Test
    void whoever_is_signed_up_after_the_list_was_closed_is_not_drawn() {
        var call = crowded();
        var people = application.getBean(org.counterpart.people.People.class);
        people.save(List.of(Call.person("late", "Porto", 1)));
        signUps.save(call.programme, List.of(Call.signUp("late", org.counterpart.enrolment.Role.MENTOR)));

        drawn(call);

        assertThat(takingPart(call)).doesNotContain("late");
        assertThat(PlaceState.of(draws.find(call.programme).orElseThrow(), null, true))
                .isEqualTo(PlaceState.NOT_DRAWN);
    }

    @Test
    void the_files_close_the_same_list_and_repeat_the_same_draw_elsewhere(@TempDir Path folder) throws IOException {
        var call = Call.in(application)
                .alikeIn("SITE,LEVEL")
                .opens("4+2", "4+2")
                .apply(11, 9, 3)
                .closes();
        var published = draws.find(call.programme).orElseThrow();
        drawn(call);

        unzip(records.result(draws.find(call.programme).orElseThrow()).orElseThrow(), folder);

        assertThat(Repeating.of(
                        folder,
                        published.commitment(),
                        requireNonNull(published.list()).digest()))
                .isInstanceOf(Repetition.Same.class);
        assertThat(Repeating.of(folder, "0".repeat(64), "")).isInstanceOf(Repetition.Differs.class);
        assertThat(new String(
                        records.applicants(draws.find(call.programme).orElseThrow())
                                .orElseThrow(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("id,role,level,site\n")
                .hasLineCount(24);
    }

    @Test
    void each_proof_holds_and_is_about_one_place_alone(@TempDir Path folder) throws IOException {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(5, 4, 2).closes());

        for (var each : places.of(call.programme)) {
            var file =
                    Files.writeString(folder.resolve("proof.json"), places.proof(call.programme, 1, each.personId()));
            var proof = ProofFile.read(file).orElseThrow();
            assertThat(proof.flaw()).isEmpty();
            assertThat(proof.place().applicant().id()).isEqualTo(each.number());
            assertThat(proof.place().outcome()).isEqualTo(each.outcome());
            assertThat(Files.readString(file))
                    .doesNotContain(places.of(call.programme).stream()
                            .filter(other -> !other.equals(each))
                            .map(Listed::number)
                            .toList());
        }
    }

    @Test
    void whoever_is_erased_before_the_draw_is_taken_off_the_list_which_is_closed_once_more() {
        var call = crowded();
        var before = draws.find(call.programme).orElseThrow();

        assertThat(application.getBean(Erasing.class).erase("m1")).isInstanceOf(Erasing.Erased.class);

        var after = draws.find(call.programme).orElseThrow();
        assertThat(requireNonNull(after.closed()).applicants()).isEqualTo(62);
        assertThat(requireNonNull(after.list()).digest())
                .isNotEqualTo(requireNonNull(before.list()).digest());
        assertThat(decisions
                        .before(call.programme, Long.MAX_VALUE, 1)
                        .getFirst()
                        .decision())
                .satisfies(told -> assertThat(told.act()).isEqualTo(Act.LIST_CLOSED_ANEW))
                .satisfies(told -> assertThat(told.by()).isNull())
                .satisfies(told -> assertThat(told.about())
                        .containsExactly(
                                "62",
                                requireNonNull(before.list()).digest(),
                                requireNonNull(after.list()).digest()));
        drawn(call);
        assertThat(records.result(draws.find(call.programme).orElseThrow())).isPresent();
    }

    @Test
    void whoever_is_erased_after_it_takes_what_the_list_said_of_them_and_the_proofs_of_others_stay() {
        var call = drawn(crowded());
        var proof = places.proof(call.programme, 1, "m2");

        application.getBean(Erasing.class).erase("m1");

        assertThat(records.result(draws.find(call.programme).orElseThrow())).isEmpty();
        assertThat(records.applicants(draws.find(call.programme).orElseThrow())).isEmpty();
        assertThat(places.proof(call.programme, 1, "m2")).isEqualTo(proof).isNotEmpty();
        assertThat(places.of(call.programme))
                .hasSize(63)
                .filteredOn(each -> each.stratum().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.leftAt()).isNotNull());
    }

    @Test
    void whoever_changes_the_list_by_hand_is_found_before_anything_is_drawn() {
        var call = crowded();
        jdbc.sql("update draw_place set stratum = '{Elsewhere}' where person_id = 'm1'")
                .update();

        assertThatThrownBy(() -> draw(call)).isInstanceOf(IllegalStateException.class);
        assertThat(draws.find(call.programme).orElseThrow().held()).isNull();
        assertThat(phases.of(call.programme)).isEqualTo(Phase.CLOSED);
    }

    @Test
    void an_applicant_reads_their_own_row_and_nobody_elses() {
        drawn(crowded());

        assertThat(Acting.person(null, "m7")
                        .<List<String>, RuntimeException>call(() -> jdbc.sql("select person_id from draw_place")
                                .query((row, _) -> row.getString(1))
                                .list()))
                .containsExactly("m7");
    }

    private MatchRun run(UUID programme) {
        return ((ProposingPairs.Proposed) proposing.run(programme, "", Season.OWNER)).run();
    }

    private PublishingRun.Answer publish(UUID programme) {
        return publishing.publish(programme, run(programme).id(), "", Season.OWNER);
    }

    private static void unzip(byte[] zip, Path folder) throws IOException {
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), files.readAllBytes());
            }
        }
    }
}

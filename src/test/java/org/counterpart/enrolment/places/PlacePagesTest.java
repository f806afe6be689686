// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class PlacePagesTest extends DrawScene {
    @Autowired
    private Doors doors;

    @LocalServerPort
    private int port;

    @Test
    void the_owner_sees_what_is_published_and_holds_the_draw_in_one_step() {
        var call = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0);
        var olga = doors.owner(port);
        var home = home(call);
        assertThat(olga.open(home).says("The call is open. A secret was made when it opened"))
                .isTrue();
        call.closes();

        var before = olga.open(home);
        var draw = draws.find(call.programme).orElseThrow();
        assertThat(before.says(draw.commitment())).isTrue();
        assertThat(before.says(requireNonNull(draw.list()).digest())).isTrue();
        assertThat(before.says("12 people applied, and 4 can start.")).isTrue();
        assertThat(before.says("Porto")).isTrue();
        assertThat(before.says("Draw 4 of 12 applicants")).isTrue();
        assertThat(before.text()).doesNotContain(draws.seed(call.programme), "Name of m1");

        var after = olga.press(home, "witness", WITNESS, "source", SOURCE);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.says("The draw is held, and everyone on the list is told."))
                .isTrue();
        assertThat(after.says(WITNESS)).isTrue();
        assertThat(after.text()).doesNotContain("<form class=\"card");
        assertThat(olga.open("/programmes/" + call.programme + "/decisions").says(SOURCE))
                .isTrue();
        assertThat(olga.open("/programmes/" + call.programme)
                        .says("4 start now, 2 are in reserve and 6 in the next wave."))
                .isTrue();
    }

    @Test
    void what_was_typed_stays_when_it_is_refused_and_a_second_draw_is_refused_on_the_page() {
        var call = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes();
        var olga = doors.owner(port);
        olga.open(home(call));

        var refused = olga.press(home(call), "witness", "  ", "source", SOURCE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Enter what the witness said")).isTrue();
        assertThat(refused.says(SOURCE)).isTrue();
        drawn(call);
        var second = olga.press(home(call), "witness", "Another", "source", SOURCE);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.says("It is held once")).isTrue();
    }

    @Test
    void a_free_place_says_who_took_it_or_that_it_stays_empty() {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes());
        var mentors = those(call.programme, each -> each.starts() && each.pool() == Pool.MENTOR);
        mentors.forEach(each -> application.getBean(Consents.class).turn(each.personId(), Matter.PROGRAMME, false));

        var page = doors.owner(port).open(home(call));

        assertThat(page.says("2 places came free")).isTrue();
        assertThat(page.says("from the reserve.")).isTrue();
        assertThat(page.says("stays empty: nobody is left in the reserve.")).isTrue();
    }

    @Test
    void where_there_is_room_for_everybody_the_page_says_so_and_asks_for_no_witness() {
        var call = Call.in(application).opens("20+1", "20+1").apply(3, 3, 0).closes();
        var olga = doors.owner(port);

        var page = olga.open(home(call));
        assertThat(page.says("everyone starts and nothing is left to lots")).isTrue();
        assertThat(page.text()).doesNotContain("name=\"witness\"");

        assertThat(olga.press(home(call)).says("The draw is held")).isTrue();
        assertThat(places.of(call.programme)).allMatch(Listed::starts);
    }

    @Test
    void a_programme_whose_sign_ups_came_from_a_file_says_that_nothing_is_drawn() {
        var programme = Season.begin(application.getBean(Programmes.class), application.getBean(People.class), signUps);
        var olga = doors.owner(port);

        assertThat(olga.open("/programmes/" + programme + "/draw").says("Nothing to draw yet"))
                .isTrue();
        assertThat(olga.press("/programmes/" + programme + "/draw", "witness", "W", "source", "S")
                        .status())
                .isEqualTo(422);
        assertThat(olga.open("/programmes/" + programme + "/draw/result.zip").path())
                .isEqualTo("/programmes/" + programme + "/draw");
    }

    @Test
    void each_applicant_reads_their_own_place_why_and_how_to_object_and_downloads_its_proof() {
        var call = Call.in(application).opens("2+1", "2+1").apply(6, 6, 0);
        var path = "/calls/%s/place".formatted(call.programme);
        var one = doors.reader(port, "m1@x.example");
        assertThat(one.open(path).says("When the call closes and more people applied than there are places"))
                .isTrue();
        call.closes();
        assertThat(one.open(path).says("The call is closed, and you are on the list."))
                .isTrue();
        drawn(call);

        for (var outcome : Outcome.values()) {
            var listed =
                    those(call.programme, each -> each.outcome() == outcome).getFirst();
            var reader = doors.reader(port, listed.personId() + "@x.example");
            var page = reader.open(path);
            assertThat(page.says(
                            switch (outcome) {
                                case START_NOW -> "You have one of the places.";
                                case RESERVE -> "You are number 1 in the reserve for your role.";
                                case COMPARISON -> "The next wave starts on 5 July 2028.";
                            }))
                    .describedAs(outcome.name())
                    .isTrue();
            assertThat(page.says("If you think that something is wrong")).isTrue();
            assertThat(page.says(listed.number())).isTrue();
            assertThat(names(page)).containsOnlyOnce(listed.number());
            assertThat(reader.download(path + "/proof.json").headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"proof.json\"");
            assertThat(reader.open("/pairs").says("Learning upwards")).isTrue();
        }
    }

    @Test
    void everyone_who_is_signed_in_reads_how_it_is_drawn_and_nobodys_name_and_strangers_nothing() {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes());
        application.getBean(People.class).save(List.of(Call.person("visitor", "Porto", 2)));
        var path = "/calls/%s/draw".formatted(call.programme);
        var visitor = doors.reader(port, "visitor@x.example");

        var page = visitor.open(path);

        var draw = draws.find(call.programme).orElseThrow();
        assertThat(Stream.of(
                        draw.commitment(),
                        requireNonNull(draw.list()).digest(),
                        requireNonNull(draw.held()).root(),
                        WITNESS))
                .allMatch(page::says);
        assertThat(page.text()).doesNotContain("Name of m", "Name of l");
        assertThat(names(page)).isEmpty();
        assertThat(visitor.open("/calls/%s/place".formatted(call.programme)).says("You are not on the list"))
                .isTrue();
        assertThat(visitor.open(home(call)).status()).isEqualTo(404);
        assertThat(visitor.open(home(call) + "/result.zip").status()).isEqualTo(404);
        assertThat(new Reader(port).open(path).path()).isEqualTo("/sign-in");
    }

    @Test
    void auditors_take_the_files_that_name_nobody_and_where_the_witness_is_from_is_everyones() {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes());
        var auditor = auditor("council@other.example", call);
        var path = "/calls/%s/draw".formatted(call.programme);

        var page = auditor.open(path);

        assertThat(page.says(SOURCE)).isTrue();
        assertThat(doors.reader(port, "m1@x.example").open(path).says(SOURCE)).isTrue();
        assertThat(page.text()).contains(home(call) + "/result.zip", home(call) + "/applicants.csv");
        assertThat(auditor.download(home(call) + "/result.zip").statusCode()).isEqualTo(200);
        var list = new String(auditor.download(home(call) + "/applicants.csv").body(), UTF_8);
        assertThat(list).hasLineCount(13).doesNotContain("m1", "l1", "Name of");
        assertThat(auditor.open(home(call)).status()).isEqualTo(404);
        assertThat(doors.reader(port, "m1@x.example").open(path).text()).doesNotContain("/result.zip");
    }

    @Test
    void a_draw_is_set_aside_on_its_page_by_an_owner_and_an_auditor_and_everyone_reads_why_ever_after() {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes());
        var path = "/calls/%s/draw".formatted(call.programme);
        var first = draws.find(call.programme).orElseThrow();
        var olga = doors.owner(port);
        var auditor = auditor("council@other.example", call);
        olga.open(path);
        var refused = olga.press(home(call) + "/setting-aside", "reason", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Say why it cannot stand")).isTrue();

        var asked = olga.press(home(call) + "/setting-aside", "reason", "=Two were <b>missing</b>.");
        assertThat(asked.says("It takes the signature of somebody else")).isTrue();
        assertThat(asked.text()).contains("=Two were &lt;b&gt;missing").doesNotContain("/signature\"");
        assertThat(doors.reader(port, "m1@x.example").open(path).text()).doesNotContain("missing");
        var toSign = auditor.open(path);
        var moment = application
                .getBean(SettingsAside.class)
                .asked(call.programme)
                .orElseThrow()
                .askedAt()
                .toString();
        assertThat(toSign.text()).contains("value=\"" + moment + "\"");
        assertThat(auditor.press(home(call) + "/setting-aside/signature", "asked", "yesterday")
                        .status())
                .isEqualTo(422);
        auditor.press(home(call) + "/setting-aside/signature", "asked", moment);

        for (var reader : List.of(olga, auditor, doors.reader(port, "m1@x.example"))) {
            var page = reader.open(path);
            assertThat(page.says("This is draw 2")).isTrue();
            assertThat(page.says("by two people, because:")).isTrue();
            assertThat(page.text()).contains("=Two were &lt;b&gt;missing");
            assertThat(page.says(first.commitment())).isTrue();
            assertThat(page.says(requireNonNull(first.held()).root())).isTrue();
            assertThat(page.says("had a chance of about 33 % in this draw, and of 56 % in at least one of the 2."))
                    .isTrue();
        }
        assertThat(olga.open(home(call)).says("it can be held from")).isTrue();
        assertThat(olga.press(home(call), "witness", "New", "source", SOURCE).status())
                .isEqualTo(422);
        clock.pass(ProgrammeDraw.NOTICE);
        olga = doors.owner(port);
        olga.open(home(call));
        assertThat(olga.press(home(call), "witness", "New", "source", SOURCE).says("The draw is held"))
                .isTrue();
        assertThat(olga.download(home(call) + "/result.zip?round=1").statusCode())
                .isEqualTo(200);
        var one = doors.reader(port, "m1@x.example");
        var place = "/calls/%s/place".formatted(call.programme);
        assertThat(one.open(place).says("This is draw 2")).isTrue();
        assertThat(new String(one.download(place + "/proof.json?round=1").body(), UTF_8))
                .contains(first.commitment());
    }

    @Test
    void a_programme_whose_call_did_not_open_has_no_page_here() {
        var programme = Season.begin(application.getBean(Programmes.class), application.getBean(People.class), signUps);
        var amira = doors.reader(port, "amira@x.example");

        for (var page : List.of("draw", "place", "place/proof.json")) {
            assertThat(amira.open("/calls/" + programme + "/" + page).status()).isEqualTo(404);
        }
        assertThat(doors.owner(port).open("/calls/" + programme + "/draw").status())
                .isEqualTo(404);
    }

    private Reader auditor(String email, Call call) {
        entrust(email, call, true);
        return doors.reader(port, email);
    }

    @Test
    void whether_groups_start_alike_is_shown_with_intervals_and_never_of_a_few() {
        var call = drawn(crowded());
        var fairness = doors.owner(port).open(home(call) + "/fairness");

        assertThat(fairness.says("Start: 20 of 40 people, 50 % (33.8 to 66.2 %)."))
                .isTrue();
        assertThat(fairness.says("By site")).isTrue();
        assertThat(fairness.says("Porto")).isTrue();
        assertThat(fairness.says("By department: everybody is in the same group"))
                .isTrue();
        assertThat(fairness.says("No difference that chance would not explain."))
                .isTrue();
        var few = drawn(Call.in(application).opens("2+1", "2+1").apply(5, 5, 0).closes());
        assertThat(doors.owner(port).open(home(few) + "/fairness").says("Too small to say: fewer than 8 people."))
                .isTrue();
    }

    private static String home(Call call) {
        return "/programmes/%s/draw".formatted(call.programme);
    }

    /// Numbers of applicants on a page.
    private List<String> names(Reader.Page page) {
        return places.of(application.getBean(Programmes.class).all().getFirst().id()).stream()
                .map(Listed::number)
                .filter(page.text()::contains)
                .toList();
    }
}

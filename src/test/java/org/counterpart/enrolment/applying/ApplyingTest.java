// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.Window;
import org.counterpart.enrolment.signup.DryRun;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class ApplyingTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ImportingPeople importing;

    @Autowired
    private Phases phases;

    @Autowired
    private Consents consents;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UUID programme;
    private String path;

    @BeforeEach
    void an_open_call() {
        programme = OpenCall.begin(programmes, people, jdbc);
        path = "/calls/" + programme + "/apply";
    }

    @Test
    void whoever_hands_a_whole_application_in_is_signed_up_with_it_and_told_by_mail() {
        var page = apply("dana", OpenCall.mentee());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("You applied. A mail says so too.")).isTrue();
        assertThat(signUps.of(programme))
                .containsExactly(new SignUp(
                        "dana",
                        Role.MENTEE,
                        2,
                        List.of("negotiation"),
                        List.of("How younger customers choose a bank", "spreadsheets"),
                        null,
                        List.of(new Window(DayOfWeek.MONDAY, 540, 720), new Window(DayOfWeek.SATURDAY, 540, 660)),
                        Set.of("amira"),
                        List.of("bo")));
        assertThat(signUps.languages(programme)).containsEntry("dana", Set.of("de", "en"));
        assertThat(mails()).containsExactly("dana@x.example You applied to Summer");
        assertThat(consents.given("dana", Matter.PROGRAMME)).isTrue();
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'APPLIED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_draft_waits_on_any_device_and_signs_nobody_up() {
        save(open("bo"), "version", "0", "role", "MENTOR", "what0", "Maps");

        var elsewhere = open("bo").open(path);

        assertThat(elsewhere.text()).contains("value=\"Maps\"").contains("not handed in yet");
        assertThat(signUps.count(programme)).isZero();
        assertThat(mails()).isEmpty();
    }

    @Test
    void all_that_is_missing_is_told_at_once_with_links_to_its_fields_and_nothing_is_lost() {
        var page = handIn(open("bo"), "version", "0", "role", "EITHER", "what0", "Maps", "gap0", "digital");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("href=\"#kind0\"", "href=\"#evidence0\"", "href=\"#what1\"", "href=\"#gap0\"")
                .contains("href=\"#situation0\"", "href=\"#released\"")
                .contains("2 more things", "A little more than a word", "value=\"Maps\"", "value=\"digital\"");
        assertThat(open("bo").open(path).text()).contains("value=\"Maps\"", "value=\"digital\"");
        assertThat(signUps.count(programme)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,digital", "2,how banks", "1,デジ", "2,若い顧客"})
    void words_are_counted_where_a_language_has_no_spaces_too(int words, String text) {
        assertThat(Missing.words(text)).isEqualTo(words);
    }

    @Test
    void a_gap_reaches_nobody_before_its_author_releases_it() {
        var fields = OpenCall.mentee();
        fields[Arrays.asList(fields).indexOf("released")] = "unused";
        apply("dana", fields);

        assertThat(signUps.of(programme).getFirst().wants()).containsExactly("spreadsheets");
    }

    @Test
    void handing_in_twice_is_handing_in_once() {
        var amira = open("amira");
        handIn(amira, OpenCall.mentor());
        var again = handIn(amira, OpenCall.mentor());

        assertThat(again.says("You had applied with just this already.")).isTrue();
        assertThat(signUps.count(programme)).isEqualTo(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_button_pressed_many_times_at_the_same_moment_applies_once() throws Exception {
        var amira = open("amira");
        amira.open(path);
        var together = new CyclicBarrier(6);
        Callable<Integer> press = () -> {
            together.await();
            return handIn(amira, OpenCall.mentor()).status();
        };

        try (var presses = Executors.newFixedThreadPool(6)) {
            for (var pressed : presses.invokeAll(java.util.Collections.nCopies(6, press))) {
                assertThat(pressed.get()).isEqualTo(200);
            }
        }

        assertThat(signUps.of(programme)).extracting(SignUp::personId).containsExactly("amira");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void an_application_is_changed_and_handed_in_again_until_the_call_closes() {
        var amira = open("amira");
        handIn(amira, OpenCall.mentor());
        var changed = OpenCall.mentor();
        changed[1] = "1";
        changed[changed.length - 1] = "3";
        save(amira, changed);
        assertThat(amira.open(path).says("changed something since")).isTrue();
        assertThat(signUps.of(programme).getFirst().capacity()).isEqualTo(1);

        changed[1] = "2";
        handIn(amira, changed);

        assertThat(signUps.of(programme).getFirst().capacity()).isEqualTo(3);
        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "amira@x.example You applied to Summer",
                        "amira@x.example Your application to Summer is changed");
    }

    @Test
    void what_another_device_saved_is_not_overwritten_unseen() {
        var phone = open("bo");
        var desk = open("bo");
        save(phone, "version", "0", "what0", "Maps");

        var page = save(desk, "version", "0", "what0", "Charts");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("on another device", "value=\"Charts\"", "name=\"version\" value=\"1\"");
        assertThat(open("bo").open(path).text()).contains("value=\"Maps\"");
        assertThat(save(desk, "version", "1", "what0", "Charts").status()).isEqualTo(200);
    }

    @Test
    void one_press_withdraws_it_and_what_was_typed_stays() {
        apply("dana", OpenCall.mentee());
        var dana = open("dana");
        dana.open(path);

        var page = dana.press(path + "/withdrawal");
        dana.press(path + "/withdrawal");

        assertThat(page.says("Your application is withdrawn.")).isTrue();
        assertThat(page.says("How younger customers choose a bank")).isTrue();
        assertThat(signUps.count(programme)).isZero();
        assertThat(mails())
                .contains("dana@x.example Your application to Summer is withdrawn")
                .hasSize(2);
    }

    @Test
    void a_draft_can_be_removed_and_what_is_handed_in_only_once_it_is_withdrawn() {
        apply("dana", OpenCall.mentee());
        var dana = open("dana");
        dana.open(path);
        dana.press(path + "/removal");
        assertThat(rows()).isEqualTo(1);

        dana.press(path + "/withdrawal");
        dana.press(path + "/removal");

        assertThat(rows()).isZero();
    }

    @Test
    void the_call_closes_by_the_clock_of_its_zone_whether_or_not_anybody_noted_it() {
        var closes =
                OpenCall.closes().atZone(java.time.ZoneId.of("Europe/Berlin")).toInstant();
        clock.pass(Duration.between(clock.instant(), closes).minusSeconds(1));
        var amira = open("amira");
        amira.open(path);
        assertThat(save(amira, "version", "0", "what0", "Maps").status()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));

        var late = handIn(amira, OpenCall.mentor());

        assertThat(phases.of(programme)).isEqualTo(Phase.OPEN);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text())
                .contains("17:00 (Europe/Berlin)", "This call is closed", "How the night shift hands over");
        assertThat(signUps.count(programme)).isZero();
        assertThat(amira.press(path + "/withdrawal").status()).isEqualTo(422);
    }

    @Test
    void nobody_applies_before_the_call_opens_or_after_it_closed() {
        for (var phase : List.of(Phase.CLOSED, Phase.DRAWN)) {
            jdbc.sql("update phase_change set phase = :phase where number = 2")
                    .param("phase", phase.name())
                    .update();
            assertThat(apply("amira", OpenCall.mentor()).says("This call is closed"))
                    .isTrue();
        }
        jdbc.sql("delete from phase_change where number = 2").update();

        assertThat(apply("amira", OpenCall.mentor()).says("This call is not open yet"))
                .isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void a_file_neither_changes_nor_takes_away_what_somebody_applied_with() {
        apply("amira", OpenCall.mentor());
        var before = signUps.of(programme);

        for (var file : List.of(
                "id,name,email,role,offers\namira,Amira,amira@x.example,mentee,Golf\nbo,Bo,bo@x.example,mentor,Maps\n",
                "id,name,email,role\namira,Amira,amira@x.example,\n")) {
            var draft = importing.upload(programme, "people.csv", file.getBytes(StandardCharsets.UTF_8));
            assertThat(importing.dryRun(programme, draft).orElseThrow())
                    .isInstanceOfSatisfying(
                            DryRun.Ready.class,
                            ready -> assertThat(ready.warnings())
                                    .anyMatch(warning -> warning.key().equals("enrolment.applied")));
            importing.confirm(programme, draft, Season.OWNER);
        }

        assertThat(signUps.of(programme)).containsAll(before).hasSize(2);
    }

    @Test
    void what_somebody_applies_with_takes_the_place_of_what_a_file_said() {
        signUps.save(programme, List.of(Season.signUp("amira", Role.MENTEE, "Golf", "Maps", Set.of())));

        apply("amira", OpenCall.mentor());

        assertThat(signUps.of(programme))
                .singleElement()
                .satisfies(signUp -> assertThat(signUp.offers())
                        .containsExactly(
                                "How the night shift hands over", "Captions for films", "What students pay with"));
    }

    @Test
    void a_file_of_the_roster_closes_no_call() {
        apply("amira", OpenCall.mentor());
        var draft = importing.upload(programme, "people.csv", "id,name\nnew,New\n".getBytes(StandardCharsets.UTF_8));

        importing.confirm(programme, draft, Season.OWNER);

        assertThat(phases.of(programme)).isEqualTo(Phase.OPEN);
        assertThat(signUps.count(programme)).isEqualTo(1);
    }

    @Test
    void whom_somebody_would_rather_not_meet_counts_from_when_they_join_the_roster() {
        apply("dana", OpenCall.mentee());
        var draft = importing.upload(
                programme,
                "people.csv",
                "id,name,email\nghost,Ghost,ghost@x.example\n".getBytes(StandardCharsets.UTF_8));

        importing.confirm(programme, draft, Season.OWNER);

        assertThat(signUps.of(programme).getFirst().avoid()).containsExactlyInAnyOrder("amira", "ghost");
    }

    @Test
    void the_page_answers_alike_whether_an_address_is_anybodys_or_not() {
        var known = apply("dana", OpenCall.mentee()).text();
        var fields = OpenCall.mentee();
        fields[fields.length - 3] = "ghost1@x.example\nghost2@x.example";
        fields[fields.length - 1] = "ghost3@x.example";
        var unknown = apply("finn", fields).text();

        assertThat(known.replaceAll("name=\"_csrf\"[^>]*>|[a-zA-Z0-9]+@x.example|[\\w.-]*(Dana|Finn)[\\w.-]*", "·"))
                .isEqualTo(unknown.replaceAll(
                        "name=\"_csrf\"[^>]*>|[a-zA-Z0-9]+@x.example|[\\w.-]*(Dana|Finn)[\\w.-]*", "·"));
    }

    @Test
    void whoever_left_the_programmes_comes_back_by_their_own_switch_first() {
        consents.turn("amira", Matter.PROGRAMME, true);
        consents.turn("amira", Matter.PROGRAMME, false);

        var refused = apply("amira", OpenCall.mentor());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("href=\"/privacy/consents\"");
        assertThat(signUps.count(programme)).isZero();
    }

    @Test
    void leaving_the_programmes_takes_all_that_was_typed_along() {
        apply("amira", OpenCall.mentor());

        consents.turn("amira", Matter.PROGRAMME, false);

        assertThat(rows()).isZero();
        assertThat(signUps.count(programme)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "capacity,0,from 1 to 20",
        "capacity,21,from 1 to 20",
        "capacity,-1,from 1 to 20",
        "commitments,201,from 0 to 200",
        "languages,Klingonese,is no language",
        "otherHours,whenever,is not understood",
        "avoid,Dana Smith,is no whole address",
        "avoid,amira@x.example,your own address",
        "prefer,a@x.example;b@x.example;c@x.example;d@x.example;e@x.example;f@x.example,Up to 5; here are 6"
    })
    void what_cannot_be_kept_is_refused_at_its_field_with_what_is_allowed(String field, String value, String allowed) {
        var page = save(open("amira"), "version", "0", "what0", "Maps", field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says(allowed)).isTrue();
        assertThat(page.text()).contains(value, "value=\"Maps\"", "id=\"%s-fault\"".formatted(field));
        assertThat(rows()).isZero();
    }

    @Test
    void ten_thousand_characters_are_refused_with_their_number_and_stay_in_the_form() {
        var long_ = "ab ".repeat(3_333) + "c";

        var page = save(open("amira"), "version", "0", "what0", "Maps", "kind0", "KNOW", "evidence0", long_);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Up to 1000 characters; here are 10000.", long_);
        assertThat(rows()).isZero();
    }

    @Test
    void names_in_any_script_and_formulas_are_kept_as_they_were_typed() {
        var fields = OpenCall.mentor();
        fields[5] = "=cmd|' /C calc'!A0";
        fields[11] = "日本語の敬語";
        fields[17] = "O’Brien’s \"method\" <b>";
        apply("amira", fields);

        assertThat(signUps.of(programme).getFirst().offers())
                .containsExactly("=cmd|' /C calc'!A0", "日本語の敬語", "O’Brien’s \"method\" <b>");
        assertThat(open("amira").open(path).text()).contains("&lt;b").doesNotContain("method\" <b>");
    }

    @Test
    void an_owner_reads_how_many_applied_in_each_role_against_the_places() {
        apply("amira", OpenCall.mentor());
        apply("dana", OpenCall.mentee());
        var page = doors.owner(port).open("/programmes/" + programme + "/import");

        assertThat(page.text()).contains("1 for 3 places", "1 for 2 places").doesNotContain("hours a month");
        assertThat(doors.owner(port).open("/programmes/" + programme).says("2 people have applied so far"))
                .isTrue();
    }

    @Test
    void what_people_do_unpaid_already_is_told_in_total_once_the_call_is_over_and_eight_said_it() {
        for (int i = 1; i <= 8; i++) {
            people.save(List.of(Season.person("p" + i, 1)));
            jdbc.sql("""
                            insert into application (programme_id, person_id, saved_at, handed_in_at, commitments) \
                            values (:programme, :person, now(), now(), 6)""").param("programme", programme).param("person", "p" + i).update();
            signUps.save(programme, List.of(Season.signUp("p" + i, Role.MENTOR, "Maps", "Law", Set.of())));
        }
        var owner = doors.owner(port);
        var page = "/programmes/" + programme + "/import";
        assertThat(owner.open(page).says("hours a month of unpaid work")).isFalse();

        jdbc.sql("update phase_change set phase = 'CLOSED' where number = 2").update();
        assertThat(owner.open(page).says("about 50 hours a month of unpaid work"))
                .isTrue();
        jdbc.sql("update application set commitments = null where person_id = 'p1'")
                .update();

        assertThat(owner.open(page).says("hours a month of unpaid work")).isFalse();
    }

    @Test
    void nobody_but_its_author_reads_a_draft() {
        save(open("bo"), "version", "0", "what0", "Canary of a draft");
        apply("dana", OpenCall.mentee());
        var owner = doors.owner(port);

        for (var page :
                List.of(path, "/programmes/" + programme + "/import", "/programmes/" + programme + "/matching")) {
            assertThat(owner.open(page).text())
                    .describedAs(page)
                    .doesNotContain("Canary", "At the fair I nodded", "ghost@x.example");
            assertThat(open("amira").open(page).text())
                    .describedAs(page)
                    .doesNotContain("Canary", "At the fair I nodded", "ghost@x.example");
        }
    }

    private Reader open(String person) {
        return doors.reader(port, person + "@x.example");
    }

    private Page apply(String person, String... fields) {
        var reader = open(person);
        reader.open(path);
        return handIn(reader, fields);
    }

    private Page save(Reader reader, String... fields) {
        return reader.press(path, fields);
    }

    private Page handIn(Reader reader, String... fields) {
        var all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "then";
        all[fields.length + 1] = "hand-in";
        return reader.press(path, all);
    }

    private int rows() {
        return jdbc.sql("select count(*) from application").query(Integer.class).single();
    }

    private List<String> mails() {
        return jdbc.sql("select recipient || ' ' || subject as mail from mail where body like '%/apply%' order by id")
                .query((row, _) -> row.getString("mail"))
                .list();
    }
}

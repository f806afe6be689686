// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Consulted;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Settled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class CountriesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private Countries countries;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    private final UUID programme = UUID.randomUUID();
    private final String home = "/programmes/" + programme;
    private Reader olga;

    @BeforeEach
    void a_draft_with_people_in_three_countries() {
        programmes.start(new Programme(programme, "Pilot", 20, SettableClock.START));
        people.save(
                List.of(in("greta", "Germany"), in("gunnar", "deutschland"), in("flora", "FR"), in("una", "Utopia")));
        olga = doors.owner(port);
    }

    @ParameterizedTest
    @CsvSource({"DE,DE", "germany,DE", "' Deutschland ',DE", "france,FR", "UK,GB", "No,NO", "Utopia,OTHER", "'',OTHER"})
    void a_country_is_found_by_whatever_the_roster_calls_it(String called, String code) {
        assertThat(countries.of(called).code()).isEqualTo(code);
    }

    @Test
    void every_country_has_its_law_and_its_words() {
        for (var country : countries.all()) {
            assertThat(messages.getMessage(country.lawKey(), null, java.util.Locale.ENGLISH))
                    .isNotBlank();
            assertThat(messages.getMessage(country.consentKey(), null, java.util.Locale.ENGLISH))
                    .isNotBlank();
            assertThat(country.name(java.util.Locale.ENGLISH)).isNotEqualTo(country.code());
        }
    }

    @Test
    void no_call_opens_before_it_is_said_how_representatives_stand_in_each_country_that_asks() {
        Consulted.make(olga, programme);
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but());

        var refused = openTheCall();

        assertThat(refused.text())
                .contains("those who speak for the employees in Germany", "those who speak for the employees in France")
                .doesNotContain("in Utopia");
        settle("DE", "AGREED", "Works agreement no. 12", "2026-11-02");
        settle("FR", "HEARD", "Meeting of the committee, item 4", "2026-11-03");
        assertThat(openTheCall().says("The call is open.")).isTrue();
        assertThat(olga.open(home + "/decisions").text())
                .contains("in Germany stand. They agreed, since 2026-11-02.", "Works agreement no. 12");
    }

    @Test
    void the_checklist_says_that_nothing_is_done_while_the_roster_is_empty_and_where_to_bring_people_in() {
        jdbc.sql("delete from person").update();

        var empty = olga.open(home).text();
        assertThat(empty)
                .contains(
                        "The roster has nobody yet. Bring people in, and it shows whose representatives are to be asked.")
                .doesNotContain("No country of the roster asks for it.");
        assertThat(empty).containsPattern("<a href=\"" + home + "/import\">Bring people in</a>");

        people.save(List.of(in("una", "Utopia")));
        assertThat(olga.open(home).text()).contains("No country of the roster asks for it.");
        people.save(List.of(in("greta", "Germany")));
        assertThat(olga.open(home).text()).contains("In one country of the roster nobody has said yet");
    }

    @Test
    void being_heard_is_not_enough_where_they_have_to_agree() {
        var page = settle("DE", "HEARD", "A talk", "2026-11-02");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choose one", "A talk", "2026-11-02");
        assertThat(settle("DE", "NOBODY_THERE", "No works council was elected", "2026-11-02")
                        .says("It is noted"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01", "yesterday", "2026-02-30", "''"})
    void nobody_agreed_on_a_day_that_was_not(String day) {
        var page = settle("DE", "AGREED", "Works agreement", day);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Enter a day that was", "Works agreement");
        assertThat(jdbc.sql("select count(*) from country_standing")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void where_no_law_asks_there_is_nothing_to_note() {
        assertThat(settle("US", "AGREED", "x", "2026-11-02").says("No law there asks for it"))
                .isTrue();
        assertThat(settle("Utopia", "AGREED", "x", "2026-11-02").says("No law there asks for it"))
                .isTrue();
    }

    @Test
    void people_agree_in_the_words_of_where_they_work_and_it_is_kept_to_which() {
        var summer = OpenCall.begin(programmes, people, jdbc);
        jdbc.sql("insert into country_standing values (?, 'DE', 'AGREED', 'Agreement', '2026-11-02')")
                .param(summer)
                .update();
        var path = "/calls/" + summer + "/apply";
        var greta = doors.reader(port, "greta@x.example");

        assertThat(greta.open(path).text()).contains("BDSG", "name=\"agreed\"");
        var refused = greta.press(path, with(OpenCall.mentor(), "then", "hand-in"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Tick what you agree to")).isTrue();
        var version = jdbc.sql("select version::text from application where person_id = 'greta'")
                .query(String.class)
                .single();
        greta.press(path, with(OpenCall.mentor(), "then", "hand-in", "agreed", "yes", "version", version));

        assertThat(agreedTo("greta")).isEqualTo("DE 1");
        var una = doors.reader(port, "una@x.example");
        assertThat(una.open(path).text())
                .contains("You take part of your own free will.")
                .doesNotContain("name=\"agreed\"");
        una.press(path, with(OpenCall.mentor(), "then", "hand-in"));
        assertThat(agreedTo("una")).isEqualTo("none");
    }

    @Test
    void whoever_works_where_nobody_asked_yet_keeps_a_draft_and_is_told_why() {
        var summer = OpenCall.begin(programmes, people, jdbc);
        var path = "/calls/" + summer + "/apply";
        var flora = doors.reader(port, "flora@x.example");
        flora.open(path);

        var page = flora.press(path, with(OpenCall.mentor(), "then", "hand-in", "agreed", "yes"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("Those who speak for the employees in France have not been asked yet."))
                .isTrue();
        assertThat(jdbc.sql("select count(*) from application where person_id = 'flora' and handed_in_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void auditors_and_owners_read_what_a_works_council_asks_for() {
        assertThat(olga.open("/works-council").text())
                .contains("It counts nobody’s activity.", "What to write into an agreement", "Your answer to the call");
        assertThat(doors.reader(port, "greta@x.example").open("/works-council").status())
                .isEqualTo(404);
    }

    private Page openTheCall() {
        olga.open(home);
        return olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
    }

    private Page settle(String country, String kind, String reference, String since) {
        olga.open(home + "/countries");
        return olga.press(
                home + "/countries", "country", country, "kind", kind, "reference", reference, "since", since);
    }

    private String agreedTo(String who) {
        return jdbc.sql(
                        "select coalesce(agreed_to, 'none') from application where person_id = ? and handed_in_at is not null")
                .param(who)
                .query(String.class)
                .single();
    }

    private static Person in(String id, String country) {
        return new Person(
                id,
                id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                id + "@x.example",
                1,
                "Dep",
                null,
                country,
                null,
                Set.of(),
                null);
    }

    /// The later of two values of a field holds.
    private static String[] with(String[] fields, String... more) {
        var kept = new java.util.LinkedHashMap<String, String>();
        for (var all : List.of(fields, more)) {
            for (int i = 0; i < all.length; i += 2) {
                kept.put(all[i], all[i + 1]);
            }
        }
        return kept.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.identity.Accounts;
import org.counterpart.people.People;
import org.counterpart.privacy.Erasing.Count;
import org.counterpart.privacy.Erasing.Erased;
import org.counterpart.privacy.Erasing.Refused;
import org.counterpart.privacy.Erasing.Why;
import org.counterpart.privacy.Rule.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@CounterpartTest
@RecordApplicationEvents
class ErasureTest {
    /// Where marks of somebody else go with Ana, in what was about both of them or about everyone; and the mail that
    /// tells
    /// the other of a pair.
    private static final Set<String> ABOUT_ANA_TOO = Set.of(
            "pair_wish.mentee_id",
            "pair.evidence",
            "match_run.archive",
            "import_draft.content",
            "mail.body",
            "mail.recipient");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Erasing erasing;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private final Marks marks;

    ErasureTest(@Autowired JdbcClient jdbc) {
        marks = new Marks(jdbc);
    }

    @BeforeEach
    void three_people_leave_marks_everywhere() {
        marks.plant();
    }

    @Test
    void nothing_of_the_person_is_left_and_all_of_the_others_is() {
        doors.reader(port, Marks.email("ana"));
        marks.run(
                "insert into consent (person_id, matter, given, at, wording) values ('mk-ana-id', 'SURVEYS', true, now(), 1)");
        var bea = marks.of("bea", catalogue);
        var cid = marks.of("cid", catalogue);
        assertThat(marks.of("ana", catalogue)).hasSizeGreaterThan(20);

        assertThat(erasing.erase(Marks.id("ana"))).isInstanceOf(Erased.class);

        assertThat(marks.of("ana", catalogue)).isEmpty();
        assertThat(untouched(marks.of("bea", catalogue))).isEqualTo(untouched(bea));
        assertThat(untouched(marks.of("cid", catalogue))).isEqualTo(untouched(cid));
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void doing_it_twice_is_harmless() {
        erasing.erase(Marks.id("ana"));
        var after = Map.of("bea", marks.of("bea", catalogue), "cid", marks.of("cid", catalogue));

        assertThat(erasing.erase(Marks.id("ana"))).isEqualTo(new Refused(Why.UNKNOWN));

        assertThat(Map.of("bea", marks.of("bea", catalogue), "cid", marks.of("cid", catalogue)))
                .isEqualTo(after);
    }

    @Test
    void the_other_of_a_pair_is_free_again_and_reads_that_someone_left() {
        erasing.erase(Marks.id("ana"));
        clock.pass(Duration.ofSeconds(1));

        var page = doors.reader(port, Marks.email("bea")).open("/pairs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("Someone who left")).isTrue();
        assertThat(page.says("You can be matched again.")).isTrue();
        assertThat(jdbc.sql("select released_at is not null from standing_pair")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select mentee_answer from pair")
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void counts_of_a_run_stay_true() {
        var count =
                "select (select count(*) from proposal) || ' ' || (select sum(to_mentor + to_mentee) from proposal) "
                        + "|| ' ' || (select count(*) from left_out) || ' ' || (select total from match_run)";
        var before = jdbc.sql(count).query(String.class).single();

        erasing.erase(Marks.id("ana"));
        erasing.erase(Marks.id("cid"));

        assertThat(jdbc.sql(count).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void people_below_someone_who_left_report_to_whoever_was_above() {
        marks.run("update person set manager_id = 'mk-bea-id' where id = 'mk-ana-id'");

        erasing.erase(Marks.id("ana"));

        assertThat(people.find(Marks.id("cid")).orElseThrow().managerId()).isEqualTo(Marks.id("bea"));
    }

    @Test
    void it_is_told_by_an_id_that_says_nothing() {
        erasing.erase(Marks.id("ana"));

        assertThat(events.stream(PersonErased.class))
                .singleElement()
                .satisfies(erased -> assertThat(
                                people.find(erased.standIn()).orElseThrow().name())
                        .isEqualTo("Someone who left"));
    }

    @Test
    void whoever_holds_a_duty_is_not_erased() {
        marks.entrust("ana", "confirmed_at = now(), confirmed_by = gen_random_uuid()");
        var before = marks.of("ana", catalogue);

        assertThat(erasing.erase(Marks.id("ana"))).isEqualTo(new Refused(Why.DUTY));
        assertThat(marks.of("ana", catalogue)).isEqualTo(before);
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() {
        var before = marks.of("ana", catalogue);

        var counts = erasing.dryRun(Marks.email("ana")).orElseThrow().counts();

        assertThat(counts)
                .contains(
                        new Count("person", Fate.EMPTIED, 1),
                        new Count("sign_up", Fate.DELETED, 1),
                        new Count("pair", Fate.EMPTIED, 1),
                        new Count("mail", Fate.DELETED, 1));
        assertThat(marks.of("ana", catalogue)).isEqualTo(before);
    }

    @Test
    void a_decision_is_still_never_rewritten() {
        assertThatThrownBy(() -> marks.run("update decision set reason = 'another'"))
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> marks.run("do $$ begin set local counterpart.erasing = 'on'; "
                        + "update decision set reason = ''; end $$"))
                .describedAs("by whoever has the program's login and knows the setting")
                .hasMessageContaining("only ever added");
        var now = jdbc.sql("select count(*) from decision where act like 'PAIR_%' and reason <> ''")
                .query(Integer.class)
                .single();
        marks.run("call empty_decisions_before('infinity')");
        assertThat(jdbc.sql("select count(*) from decision where act like 'PAIR_%' and reason <> ''")
                        .query(Integer.class)
                        .single())
                .describedAs("nothing is past its term")
                .isEqualTo(now)
                .isPositive();
    }

    @Test
    void somebody_who_is_not_on_the_roster_is_erased_by_address() {
        accounts.open(null, "mk-dan-email@x.example", "mk-dan-name", Instant.EPOCH);
        marks.run("""
                insert into decision (programme_id, at, by_account, act, about, reason) select '%s',
                '2026-03-02Z', id, 'RULES_CHANGED', '{}', 'mk-dan-why' from account where name = 'mk-dan-name'""".formatted(Marks.PROGRAMME));
        assertThat(marks.of("dan", catalogue)).hasSize(3);

        assertThat(erasing.erase("mk-dan-email@x.example")).isInstanceOf(Erased.class);

        assertThat(marks.of("dan", catalogue)).isEmpty();
    }

    /// A decision leads to whoever made it by their account, and to whom it was about by their id.
    @Test
    void whoever_got_another_name_and_address_since_they_decided_is_as_gone_as_anybody() {
        marks.entrust("ana", "ended_at = now()");
        marks.run("""
                insert into decision (programme_id, at, by_account, act, about, reason) select '%s', '2026-03-02Z', id,
                'RULES_CHANGED', '{}', 'mk-ana-why' from account where person_id = 'mk-ana-id'""".formatted(Marks.PROGRAMME));
        marks.run("update person set name = 'Ana Newname', email = 'newname@x.example' where id = 'mk-ana-id'");

        assertThat(erasing.erase(Marks.id("ana"))).isInstanceOf(Erased.class);

        assertThat(marks.of("ana", catalogue).keySet())
                .noneMatch(place -> place.matches("(decision|match_run|pair_wish)[.].*"));
        assertThat(jdbc.sql("select count(*) from person where name like '%Newname%' or email like 'newname%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void somebody_else_who_is_called_the_same_keeps_what_is_said_of_them() {
        marks.run("update person set name = 'mk-cid-name' where id = 'mk-ana-id'");

        erasing.erase(Marks.id("ana"));

        assertThat(jdbc.sql("select reason from decision where 'mk-cid-id' = any (about)")
                        .query(String.class)
                        .single())
                .isEqualTo("mk-cid-reason");
    }

    @Test
    void the_log_of_decisions_tells_who_decided_by_the_name_they_have_and_of_nobody_who_left() {
        var owner = doors.owner(port);
        var log = "/programmes/%s/decisions".formatted(Marks.PROGRAMME);
        marks.run("""
                insert into decision (programme_id, at, by_account, act, about, reason) select '%s', '2026-03-02Z', id,
                'RULES_CHANGED', '{x}', 'Because' from account where name = 'Olga Owner'""".formatted(Marks.PROGRAMME));
        marks.run("update account set name = 'Olga Married' where name = 'Olga Owner'");
        assertThat(owner.open(log).text())
                .contains("Olga Married")
                .doesNotContain("Olga Owner")
                .contains("Locked the pair mk-ana-name and mk-bea-name");

        erasing.erase(Marks.id("ana"));

        assertThat(owner.open(log).text()).contains("Locked the pair Someone who left and mk-bea-name");
    }

    @Test
    void whoever_erases_themselves_erases_nobody_else_who_has_their_address_by_now() {
        var dan = accounts.open(null, Marks.email("ana"), "mk-dan-name", Instant.EPOCH);

        assertThat(erasing.dryRun(dan).orElseThrow().subject().name()).isEqualTo("mk-dan-name");
        assertThat(erasing.erase(dan)).isInstanceOf(Erased.class);

        assertThat(accounts.find(dan)).isEmpty();
        assertThat(people.find(Marks.id("ana"))).isPresent();
        assertThat(marks.of("ana", catalogue)).containsKeys("person.name", "sign_up.offers", "pair.mentor_id");
    }

    @Test
    void a_person_erases_themselves_once_they_say_that_they_are_sure() {
        var ana = doors.reader(port, Marks.email("ana"));
        var page = ana.open("/privacy/erasure");
        assertThat(page.says("Your answer to the call")).isTrue();

        assertThat(ana.press("/privacy/erasure").status()).isEqualTo(422);
        assertThat(people.find(Marks.id("ana"))).isPresent();

        assertThat(ana.press("/privacy/erasure", "sure", "true").path()).isEqualTo("/privacy/erased");
        assertThat(people.find(Marks.id("ana"))).isEmpty();
        assertThat(ana.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    void an_owner_erases_somebody_after_seeing_what_goes() {
        var owner = doors.owner(port);
        owner.open("/erasure");

        assertThat(owner.press("/erasure/dry-run", "person", "nobody").says("Enter an id or a mail address"))
                .isTrue();
        var page = owner.press("/erasure/dry-run", "person", Marks.email("ana"));
        assertThat(page.says("Erase mk-ana-name for good")).isTrue();
        assertThat(owner.press("/erasure", "person", Marks.id("ana")).status()).isEqualTo(422);
        assertThat(people.find(Marks.id("ana"))).isPresent();

        assertThat(owner.press("/erasure", "person", Marks.id("ana"), "sure", "true")
                        .says("Nothing here tells who they were any more."))
                .isTrue();
        assertThat(marks.of("ana", catalogue)).isEmpty();
        assertThat(owner.press("/erasure/dry-run", "person", "owner@x.example").says("End it under Duties first"))
                .isTrue();
    }

    @Test
    void nobody_else_erases_somebody_else() {
        var bea = doors.reader(port, Marks.email("bea"));
        bea.open("/privacy/erasure");

        assertThat(bea.open("/erasure").status()).isEqualTo(404);
        assertThat(bea.press("/erasure", "person", Marks.id("ana"), "sure", "true")
                        .status())
                .isEqualTo(404);
        assertThat(people.find(Marks.id("ana"))).isPresent();
    }

    private static Map<String, Integer> untouched(Map<String, Integer> found) {
        var rest = new TreeMap<>(found);
        rest.keySet().removeAll(ABOUT_ANA_TOO);
        return rest;
    }
}

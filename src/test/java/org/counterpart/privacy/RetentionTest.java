// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterpart.CounterpartTest;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pairs;
import org.counterpart.privacy.Kept.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class RetentionTest {
    /// For each table with a term: what lets it begin now, and what is left of it.
    private enum Case {
        SIGN_UP("update programme set started_at = :now", "sign_up"),
        DRAW_PLACE("update programme set started_at = :now", "draw_place"),
        APPLICATION("update application set saved_at = :now", "application"),
        INVITATION("update invitation set at = :now", "invitation"),
        IMPORT_DRAFT("update import_draft set uploaded_at = :now", "import_draft"),
        MAIL("update mail set written_at = :now", "mail"),
        PAIR("update pair set closed_at = :now", "pair where evidence <> '[]' or mentor_answer is not null"),
        PAIR_PAUSE("update pair set closed_at = :now", "pair_pause"),
        SEALED_ITEM("update pair set closed_at = :now", "sealed_item"),
        VAULT_EPOCH_KEY("update pair set closed_at = :now", "vault_epoch_key"),
        VAULT_ASKING("update vault_asking set asked_at = :now", "vault_asking"),
        CONVERSATION_ITEM("update pair set closed_at = :now", "conversation_item"),
        CONVERSATION_CHUNK("update pair set closed_at = :now", "conversation_chunk"),
        CONVERSATION_KEY("update pair set closed_at = :now", "conversation_key"),
        CONVERSATION("update pair set closed_at = :now", "conversation"),
        VAULT_SPACE("update pair set closed_at = :now", "vault_space"),
        ANSWER_LINK("update pair set answer_by = :now", "answer_link"),
        PAIR_WISH("update programme set started_at = :now", "pair_wish"),
        MATCH_RUN("update match_run set at = :now", "match_run where archive is not null"),
        PROPOSAL("update match_run set at = :now", "proposal where evidence <> '[]'"),
        CONSULTATION_LINK("update consultation_link set expires_at = :now", "consultation_link"),
        SPONSOR_NOTE("update programme set started_at = :now", "sponsor_note"),
        VOICE("update programme set started_at = :now", "voice"),
        PITFALL("update programme set started_at = :now", "pitfall"),
        DUTY_GRANT("update duty_grant set ended_at = :now", "duty_grant"),
        SIGN_IN_LINK("update sign_in_link set expires_at = :now", "sign_in_link"),
        SIGN_IN_REQUEST("update sign_in_request set expires_at = :now", "sign_in_request"),
        SPRING_SESSION(
                "update spring_session set expiry_time = extract(epoch from cast(:now as timestamptz)) * 1000",
                "spring_session"),
        PASSKEY_CHALLENGE(
                "insert into passkey_challenge (challenge_sha256, browser_sha256, expires_at) "
                        + "values (sha256('c'), sha256('b'), :now)",
                "passkey_challenge"),
        REQUEST_LIMIT(
                "insert into request_limit values ('x', null, extract(epoch from cast(:now as timestamptz)) * 1000)",
                "request_limit"),
        AUDIT_EVENT("select cast(:now as timestamptz)", "audit_event where at < now() - interval '24 months'"),
        DECISION(
                "insert into decision (programme_id, at, by_account, act, about, reason) "
                        + "select id, now() - interval '25 months', gen_random_uuid(), 'PAIR_LOCKED', '{ana,bea}', 'Why' "
                        + "from programme where cast(:now as timestamptz) is not null",
                "decision where reason = 'Why'");

        private final String begin;
        private final String left;

        Case(String begin, String left) {
            this.begin = begin;
            this.left = left;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Autowired
    private Retaining retaining;

    @Autowired
    private Registry registry;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Pairs pairs;

    @Autowired
    private JdbcClient jdbc;

    private final Marks marks;

    RetentionTest(@Autowired JdbcClient jdbc) {
        marks = new Marks(jdbc);
    }

    @BeforeEach
    void three_people_leave_marks_everywhere() {
        marks.plant();
        marks.entrust("ana", "reason = reason");
        marks.run("insert into spring_session values ('p', 's', 0, 0, 60, 0, 'nobody')");
    }

    @Test
    void every_term_is_tested_here() {
        assertThat(Arrays.stream(Case.values()).map(Case::table))
                .containsExactlyInAnyOrderElementsOf(registry.declarations().stream()
                        .filter(each -> each.kept() instanceof Term)
                        .map(Declaration::table)
                        .collect(Collectors.toList()));
    }

    @Asvs("14.2.7")
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DECISION", "AUDIT_EVENT"})
    void it_is_kept_to_the_last_day_of_its_term_and_gone_after(Case kept) {
        jdbc.sql(kept.begin).param("now", Timestamp.from(SettableClock.START)).update();
        var before = left(kept);
        assertThat(before).isPositive();

        var end = SettableClock.START.atOffset(ZoneOffset.UTC).plus(term(kept)).toInstant();
        clock.pass(Duration.between(clock.instant(), end).minusHours(1));
        retaining.endTerms();
        assertThat(left(kept)).isEqualTo(before);

        clock.pass(Duration.ofHours(2));
        assertThat(retaining.endTerms()).containsKey(kept.table());
        assertThat(left(kept)).isZero();
        assertThat(retaining.endTerms()).isEmpty();
    }

    /// The database holds this term by its own clock, and that of events, of which `AuditTermTest` tells.
    @Test
    void decisions_lose_their_names_and_reasons_after_two_years_and_stay_decisions() {
        jdbc.sql(Case.DECISION.begin)
                .param("now", Timestamp.from(SettableClock.START))
                .update();
        int all = count("decision");
        int younger = count("decision where reason like 'mk-%'");
        clock.pass(Duration.ofDays(10_000));

        retaining.endTerms();
        retaining.endTerms();

        assertThat(left(Case.DECISION)).isZero();
        assertThat(count("decision where by_account = '00000000-0000-0000-0000-000000000000' and act = 'PAIR_LOCKED' "
                        + "and about = array['', '']"))
                .isEqualTo(1);
        assertThat(count("decision where reason like 'mk-%'"))
                .isEqualTo(younger)
                .isPositive();
        assertThat(count("decision")).isEqualTo(all);
    }

    @Test
    void a_pair_whose_answers_are_gone_still_did_not_go_ahead() {
        jdbc.sql("update pair set mentor_answer = 'DECLINED', closed_at = null").update();
        clock.pass(Duration.ofDays(400));

        retaining.endTerms();

        assertThat(pairs.ofPerson(Marks.id("ana")))
                .singleElement()
                .satisfies(pair -> assertThat(pair.outcome()).isEqualTo(Pair.Outcome.NOT_GOING_AHEAD))
                .satisfies(pair -> assertThat(pair.evidence()).isEmpty());
    }

    @Test
    void a_pair_that_agreed_is_not_over_because_time_passes() {
        clock.pass(Duration.ofDays(4_000));

        retaining.endTerms();

        assertThat(pairs.ofPerson(Marks.id("ana")))
                .singleElement()
                .satisfies(pair -> assertThat(pair.outcome()).isEqualTo(Pair.Outcome.AGREED));
    }

    private Period term(Case kept) {
        return registry.declarations().stream()
                .filter(each -> each.table().equals(kept.table()))
                .map(each -> each.kept() instanceof Term term ? term.length() : Period.ZERO)
                .findFirst()
                .orElseThrow();
    }

    private int left(Case kept) {
        return count(kept.left);
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}

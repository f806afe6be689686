// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.counterpart.CounterpartTest;
import org.counterpart.SettableClock;
import org.counterpart.Superuser;
import org.counterpart.audit.verifier.Anchors;
import org.counterpart.audit.verifier.LogVerifier;
import org.counterpart.audit.verifier.Verdict;
import org.counterpart.audit.verifier.Verdict.Broken;
import org.counterpart.audit.verifier.Verdict.Fault;
import org.counterpart.audit.verifier.Verdict.Whole;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.privacy.Retaining;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Eight events of more than two years ago, of which the fourth and the eighth are anchored, and twelve of today, of
/// which
/// the twelfth and the sixteenth are. What is past its term goes, and nothing else can go with it.
@CounterpartTest
@Asvs({"14.2.7", "16.4.2"})
@Threat(38)
class AuditTermTest {
    private static final Duration LONG_AGO = Duration.ofDays(800);

    @Autowired
    private AuditLog log;

    @Autowired
    private Retaining retaining;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Superuser superuser;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private Anchoring anchoring;

    @BeforeEach
    void eight_old_events_and_twelve_of_today() {
        file = folder.resolve("audit.log");
        anchoring = new Anchoring(log, file);
        clock.pass(LONG_AGO.negated());
        happen(1, 8);
        clock.pass(LONG_AGO);
        // Once an hour it says that nothing new happened.
        anchoring.anchor();
        happen(9, 20);
    }

    @Test
    void what_is_past_its_term_goes_and_the_log_is_whole_from_there() {
        retaining.endTerms();
        retaining.endTerms();

        assertThat(numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(9, 21).boxed().toList());
        assertThat(verdict()).isEqualTo(new Whole(13, 5, 5, 8));
        anchoring.anchor();
        assertThat(verdict()).isEqualTo(new Whole(13, 6, 0, 8));
        assertThat(log.before(Long.MAX_VALUE, 1).getFirst().kind()).isEqualTo(Kind.TERM_ENDED);
    }

    @Test
    void what_happens_after_the_end_of_a_term_is_chained_to_it() {
        retaining.endTerms();
        happen(22, 24);

        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.events()).isEqualTo(16));
    }

    @Test
    void a_log_of_old_events_alone_keeps_the_event_that_says_they_went() {
        superuser.does("delete from audit_event where number > 8");

        retaining.endTerms();

        assertThat(numbers()).containsExactly(9L);
        assertThat(verdict(anchorsUpTo(8))).isEqualTo(new Whole(1, 2, 1, 8));
    }

    @Test
    void nobody_ends_a_term_early_or_takes_an_event_out_by_its_procedure() {
        jdbc.sql("call end_audit_term(now() + interval '10 years')").update();
        assertThat(numbers()).startsWith(9L).hasSize(13);

        jdbc.sql("call end_audit_term('2000-01-01')").update();
        assertThat(numbers()).startsWith(9L).hasSize(13);
    }

    @Test
    void a_young_event_among_old_ones_keeps_those_after_it() {
        clock.pass(LONG_AGO.negated());
        happen(21, 22);
        clock.pass(LONG_AGO);

        retaining.endTerms();

        assertThat(numbers()).startsWith(9L).hasSize(15);
    }

    @Test
    void a_forged_end_of_a_term_that_takes_younger_events_along_is_named_by_the_anchor_that_saw_them() {
        forge(14, "now()");

        assertThat(verdict()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.TERM_NOT_OVER);
            assertThat(broken.last()).isEqualTo(14);
            assertThat(broken.first()).isEqualTo(9);
        });
    }

    @Test
    void a_forged_end_of_a_term_that_takes_younger_events_between_two_anchors_is_named() {
        forge(10, "now()");

        assertThat(verdict()).isEqualTo(new Broken(Fault.TERM_NOT_OVER, 9, 10, SettableClock.START.plusSeconds(80)));
    }

    @Test
    void a_forged_end_of_a_term_in_times_to_come_is_named() {
        forge(14, "now() + interval '3 years'");

        assertThat(verdict()).isEqualTo(new Broken(Fault.CHECKPOINT_FALSE, 21, 21, null));
    }

    @Test
    void a_forged_end_of_a_term_with_a_log_rewritten_after_it_is_named() {
        forge(8, "now()");
        superuser.does("update audit_event set about[2] = 'hash:' || repeat('0', 64) where number = 21");

        assertThat(verdict()).isEqualTo(new Broken(Fault.CHECKPOINT_FALSE, 21, 21, null));
    }

    @Test
    void events_that_go_without_an_end_of_their_term_are_missed() {
        superuser.does("delete from audit_event where number <= 8");
        assertThat(verdict()).isEqualTo(new Broken(Fault.MISSING, 1, 8, null));
    }

    /// What whoever may do everything in the database would write to hide the first events, with a chain that holds.
    private void forge(int last, String at) {
        superuser.does("""
                set session_replication_role = origin; insert into audit_event (at, kind, about) \
                select %s, 'TERM_ENDED', array['event:' || number, 'hash:' || encode(hash, 'hex')] \
                from audit_event where number = %d""".formatted(at, last));
        superuser.does("delete from audit_event where number <= " + last);
    }

    private void happen(int first, int last) {
        for (int event = first; event <= last; event++) {
            clock.pass(Duration.ofSeconds(10));
            log.add(Deed.of(Kind.RULES_CHANGED));
            if (event % 4 == 0 && event < 20) {
                anchoring.anchor();
            }
        }
    }

    private List<Long> numbers() {
        return jdbc.sql("select number from audit_event order by number")
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    private Anchors anchorsUpTo(long number) {
        var all = anchors();
        return new Anchors(new java.util.TreeMap<>(all.byNumber().headMap(number, true)), 2, 0);
    }

    private Verdict verdict() {
        return verdict(anchors());
    }

    private Verdict verdict(Anchors against) {
        try (var connection = superuser.connects()) {
            return LogVerifier.verify(connection, against, Instant.now());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Anchors anchors() {
        try {
            return Anchors.read(file);
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }
}

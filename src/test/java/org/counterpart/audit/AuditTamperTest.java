// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody with the rights of the database's superuser, for whom no trigger and no policy holds, rewrites the log:
/// twenty events, of which the fifth, tenth, and fifteenth are anchored. [AuditTamperAfterTermTest] does it all again
/// to a
/// log whose older events are past their term.
@CounterpartTest
@Asvs("16.4.2")
@Threat(38)
class AuditTamperTest {
    @Autowired
    AuditLog log;

    @Autowired
    SettableClock clock;

    @Autowired
    Superuser superuser;

    @TempDir
    private Path folder = Path.of("");

    Path anchors = Path.of("");

    /// How many numbers stand before the twenty.
    int before() {
        return 0;
    }

    /// The number of the first event that is there.
    int first() {
        return 1;
    }

    void what_was_before() {}

    @BeforeEach
    void twenty_events_and_three_anchors() {
        what_was_before();
        anchors = folder.resolve("audit.log");
        var anchoring = new Anchoring(log, anchors);
        for (int event = 1; event <= 20; event++) {
            clock.pass(Duration.ofSeconds(10));
            happens();
            if (event == 5 || event == 10 || event == 15) {
                anchoring.anchor();
            }
        }
    }

    @Test
    void the_log_as_it_was_written_is_whole() {
        assertThat(verdict()).isEqualTo(new Whole(21 + before() - first(), 3, 5, first() - 1));
    }

    @Test
    void an_event_that_was_edited_is_named() {
        does("update audit_event set actor = gen_random_uuid() where number = %d", 7);

        assertThat(verdict()).isEqualTo(new Broken(Fault.ALTERED, at(7), at(7), null));
    }

    @Test
    void every_single_field_is_part_of_the_hash() {
        for (var edit : new String[] {
            "at = at + interval '1 microsecond'",
            "actor = null",
            "kind = 'SIGNED_OUT'",
            "programme_id = gen_random_uuid()",
            "about = array_append(about, 'person:1')",
            "about = array['person:1person:2']",
            "reason = 'OTHER'",
            "reason = null",
            "previous = hash",
            "hash = previous"
        }) {
            superuser.does("create table kept as select * from audit_event");
            does("update audit_event set %s where number = %%d".formatted(edit), 7);

            assertThat(verdict()).describedAs(edit).isEqualTo(new Broken(Fault.ALTERED, at(7), at(7), null));

            superuser.does("delete from audit_event");
            superuser.does("insert into audit_event select * from kept");
            superuser.does("drop table kept");
        }
        assertThat(verdict()).isInstanceOf(Whole.class);
    }

    @Test
    void an_event_that_was_edited_and_hashed_anew_is_named() {
        does("update audit_event set reason = 'OTHER' where number = %d", 7);
        does("update audit_event e set hash = audit_hash(e) where number = %d", 7);

        assertThat(verdict()).isEqualTo(new Broken(Fault.REPLACED, at(7), at(7), null));
    }

    @Test
    void an_event_that_was_taken_out_is_named() {
        does("delete from audit_event where number in (%d, %d)", 7, 8);

        assertThat(verdict()).isEqualTo(new Broken(Fault.MISSING, at(7), at(8), null));
    }

    @Test
    void two_events_that_changed_places_are_named() {
        does("update audit_event set number = 1000 where number = %d", 7);
        does("update audit_event set number = %d where number = %d", 7, 9);
        does("update audit_event set number = %d where number = 1000", 9);

        assertThat(verdict()).isEqualTo(new Broken(Fault.MOVED, at(7), at(9), null));
    }

    @Test
    void a_tail_that_was_cut_off_is_named_by_the_anchor_after_it() {
        does("delete from audit_event where number > %d", 12);

        assertThat(verdict()).isEqualTo(new Broken(Fault.CUT, at(13), at(15), lastAnchored()));
    }

    @Test
    void a_tail_that_was_cut_off_and_filled_again_is_named() {
        does("delete from audit_event where number > %d", 12);
        for (int event = 13; event <= 20; event++) {
            clock.pass(Duration.ofSeconds(10));
            happens();
        }

        assertThat(verdict()).isEqualTo(new Broken(Fault.REFILLED, at(11), at(15), lastAnchored()));
    }

    @Test
    void a_tail_that_was_cut_off_and_filled_by_fewer_is_named() {
        does("delete from audit_event where number > %d", 12);
        clock.pass(Duration.ofSeconds(10));
        happens();

        assertThat(verdict()).isEqualTo(new Broken(Fault.REFILLED, at(11), at(13), lastAnchored()));
    }

    @Test
    void a_log_that_was_rewritten_whole_with_a_chain_of_its_own_is_named() {
        does("update audit_event set actor = gen_random_uuid() where number = %d", 1);
        superuser.does("""
                do $$ declare each audit_event; last bytea := (select previous from audit_event order by number limit 1); begin
                  for each in select * from audit_event order by number loop
                    each.previous := last;
                    last := audit_hash(each);
                    update audit_event set previous = each.previous, hash = last where number = each.number;
                  end loop;
                end $$""");

        assertThat(verdict(Anchors.none())).isEqualTo(new Broken(Fault.ANCHORS_MISSING, 1, 1, null));
        assertThat(verdict()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.REWRITTEN);
            assertThat(broken.first()).isEqualTo(first());
            assertThat(broken.last()).isEqualTo(at(5));
        });
    }

    @Test
    void a_log_that_was_emptied_and_begun_anew_is_named() {
        superuser.does("truncate audit_event");
        assertThat(verdict()).isEqualTo(new Broken(Fault.CUT, 1, at(15), lastAnchored()));

        clock.pass(Duration.ofSeconds(10));
        happens();
        assertThat(verdict()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.REWRITTEN);
            assertThat(broken.first()).isEqualTo(1);
        });
    }

    @Test
    void a_log_without_its_first_event_is_named() {
        superuser.does("delete from audit_event where number = " + first());
        assertThat(verdict()).isEqualTo(new Broken(Fault.MISSING, 1, first(), null));

        superuser.does("update audit_event set number = number - " + first());
        superuser.does("update audit_event e set hash = audit_hash(e) where number = 1");
        assertThat(verdict()).isEqualTo(new Broken(Fault.NO_BEGINNING, 1, 1, null));
    }

    @Test
    void an_event_beside_the_chain_is_named() {
        superuser.does("alter table audit_event drop constraint from_one");
        superuser.does("""
                insert into audit_event (number, at, kind, about, previous, hash) \
                values (0, now(), 'SIGNED_IN', '{}', '', '')""");
        assertThat(verdict()).isEqualTo(new Broken(Fault.SURPLUS, 0, 0, null));

        superuser.does("delete from audit_event where number = 0");
        superuser.does("alter table audit_event add constraint from_one check (number > 0)");
    }

    @Test
    void anchors_that_were_damaged_emptied_or_cut_are_told() throws IOException {
        var lines = Files.readAllLines(anchors);
        Files.writeString(
                anchors,
                lines.get(0) + "\n" + lines.get(1).replaceFirst(" %d ".formatted(at(10)), " %d ".formatted(at(11)))
                        + "\n");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ANCHORS_DAMAGED, 2, 2, null));

        Files.writeString(anchors, lines.get(0) + "\n" + lines.get(1).substring(0, 40));
        assertThat(verdict()).isEqualTo(new Broken(Fault.ANCHORS_DAMAGED, 2, 2, null));

        Files.writeString(anchors, "");
        assertThat(verdict()).isEqualTo(new Broken(Fault.ANCHORS_MISSING, 1, 1, null));
    }

    /// The number of one of the twenty.
    long at(int event) {
        return before() + event;
    }

    /// A deed with numbers for some of the twenty.
    void does(String deed, Integer... those) {
        superuser.does(
                deed.formatted(java.util.Arrays.stream(those).map(this::at).toArray()));
    }

    void happens() {
        log.add(Deed.of(Kind.PAIR_DECIDED)
                .by(UUID.randomUUID())
                .about(About.pair(UUID.randomUUID()), About.run(UUID.randomUUID()))
                .because(RecordingDecisions.Outcome.AGREED));
    }

    Verdict verdict() {
        try {
            return verdict(Anchors.read(anchors));
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private Verdict verdict(Anchors against) {
        try (var connection = superuser.connects()) {
            return LogVerifier.verify(connection, against, Instant.now());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private java.time.Instant lastAnchored() {
        try {
            var all = Anchors.read(anchors);
            return all.byNumber().lastEntry().getValue().getFirst().writtenAt();
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }
}

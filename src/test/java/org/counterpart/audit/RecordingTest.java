// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.ProgrammeStarted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What leaves an event, what does not, and what an event never says.
@CounterpartTest
class RecordingTest {
    private static final long END = Long.MAX_VALUE;

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLog log;

    @Autowired
    private Doors doors;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void somebody_on_the_roster() {
        people.save(List.of(new Person("1", "Noor", "noor@x.example", 1, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void coming_and_going_is_recorded() {
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/pairs");
        noor.press("/sign-out");

        assertThat(kinds()).containsExactly(Kind.SIGN_IN_LINK_ASKED, Kind.SIGNED_IN, Kind.SIGNED_OUT);
        assertThat(log.before(END, 10)).extracting(AuditEvent::actor).containsExactly(account(), account(), null);
        assertThat(newest(2).reason()).isEqualTo("MAILED_LINK");
    }

    @Test
    void asking_for_a_link_leaves_the_same_event_whether_or_not_the_address_is_known() {
        for (var address : List.of("noor@x.example", "nobody@x.example")) {
            var reader = new Reader(port);
            reader.open("/sign-in");
            reader.press("/sign-in", "email", address);
        }

        assertThat(jdbc.sql("select kind || coalesce(actor::text, '') || about::text || coalesce(reason, '') "
                                + "from audit_event order by number")
                        .query(String.class)
                        .list())
                .containsExactly("SIGN_IN_LINK_ASKED{}", "SIGN_IN_LINK_ASKED{}");
    }

    @Test
    @Asvs("16.3.2")
    void a_link_that_is_not_good_is_recorded_without_the_link() {
        var stranger = new Reader(port);
        stranger.open("/sign-in");
        stranger.press("/sign-in/link/guessed");
        stranger.open("/answers/guessed");
        stranger.open("/set-up/guessed");

        assertThat(kinds()).containsExactly(Kind.SIGN_IN_LINK_REFUSED, Kind.ACCESS_REFUSED, Kind.ACCESS_REFUSED);
        assertThat(newest(1).route()).isEqualTo("GET /set-up/{token}");
        assertThat(newest(1).reason()).isEqualTo("LINK_NOT_GOOD");
        assertThat(newest(2).route()).isEqualTo("GET /answers/{token}");
        assertThat(jdbc.sql("select count(*) from audit_event where about::text like '%guessed%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Asvs("16.3.2")
    void an_owners_page_refused_leaves_one_event_with_who_asked() {
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/programmes/%s/decisions".formatted(UUID.randomUUID()));

        assertThat(kinds()).containsExactly(Kind.SIGN_IN_LINK_ASKED, Kind.SIGNED_IN, Kind.ACCESS_REFUSED);
        assertThat(newest(1).actor()).isEqualTo(account());
        assertThat(newest(1).route()).isEqualTo("GET /programmes/{id}/decisions");
        assertThat(newest(1).reason()).isEqualTo("NOT_ENTRUSTED");
    }

    @Test
    @Asvs("16.3.2")
    void what_belongs_to_others_or_to_nobody_is_refused_with_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/pairs");
        noor.press("/pairs/%s/answer".formatted(UUID.randomUUID()), "answer", "ACCEPTED");

        assertThat(newest(1).route()).isEqualTo("POST /pairs/{pair}/answer");
        assertThat(newest(1).reason()).isEqualTo("NOT_THEIRS");
    }

    @Test
    @Asvs("16.3.2")
    void a_form_without_its_token_or_from_another_site_leaves_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        noor.pressWithoutToken("/sign-out");
        noor.open("/pairs");
        noor.pressFrom("cross-site", "/sign-out");

        assertThat(kinds().subList(2, kinds().size())).containsExactly(Kind.ACCESS_REFUSED, Kind.ACCESS_REFUSED);
        assertThat(newest(1).route()).isEqualTo("POST /sign-out");
        assertThat(newest(1).reason()).isEqualTo("FORM_NOT_OURS");
        assertThat(newest(1).actor()).isEqualTo(account());
    }

    @Test
    void a_page_that_never_existed_is_no_refusal() {
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/nowhere");
        doors.owner(port).open("/programmes/%s".formatted(UUID.randomUUID()));

        assertThat(kinds()).doesNotContain(Kind.ACCESS_REFUSED);
    }

    @Test
    void what_was_rolled_back_leaves_neither_event_nor_gap() {
        begun();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    events.publishEvent(new ProgrammeStarted(UUID.randomUUID()));
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        transaction.executeWithoutResult(given -> {
            events.publishEvent(new ProgrammeStarted(UUID.randomUUID()));
            given.setRollbackOnly();
        });
        begun();

        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void a_deed_whose_event_cannot_be_written_does_not_happen() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    people.save(List.of(new Person("2", "Vera", null, 1, null, null, null, null, Set.of("en"), null)));
                    jdbc.sql("set transaction read only").update();
                    events.publishEvent(new ProgrammeStarted(UUID.randomUUID()));
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(people.find("2")).isEmpty();
        assertThat(numbers()).isEmpty();
    }

    @Test
    void sixteen_who_add_at_once_leave_a_chain_without_a_gap() throws Exception {
        int each = 25;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var adding = IntStream.range(0, 16)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < each; i++) {
                            begun();
                        }
                        return "";
                    }))
                    .toList();
            start.countDown();
            for (var done : adding) {
                done.get();
            }
        }

        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 16 * each).boxed().toList());
        assertThat(jdbc.sql("""
                        select count(*) from audit_event later join audit_event earlier \
                        on earlier.number = later.number - 1 where later.previous <> earlier.hash""").query(Long.class).single()).isZero();
    }

    @Test
    @Asvs("16.4.2")
    void nobody_changes_or_removes_an_event() {
        begun();
        for (var deed : List.of(
                "update audit_event set kind = 'SIGNED_OUT'", "delete from audit_event", "truncate audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(kinds()).containsExactly(Kind.PROGRAMME_STARTED);
    }

    @Test
    void whoever_adds_an_event_has_no_say_in_where_it_stands() {
        begun();
        jdbc.sql("""
                        insert into audit_event (number, at, kind, about, previous, hash) \
                        values (77, now(), 'SIGNED_IN', '{}', 'a', 'b')""").update();

        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(jdbc.sql("select octet_length(hash) from audit_event where number = 2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @Test
    void owners_do_not_see_when_others_come_and_go_but_see_it_of_owners() {
        doors.reader(port, "noor@x.example");
        doors.owner(port);

        var seen = Acting.owner(UUID.randomUUID(), null)
                .<List<AuditEvent>, RuntimeException>call(() -> log.before(END, 10));

        assertThat(seen)
                .extracting(AuditEvent::kind)
                .containsExactly(Kind.SIGNED_IN, Kind.PASSKEY_ADDED, Kind.OWNER_SET_UP, Kind.SIGN_IN_LINK_ASKED);
        assertThat(seen.getFirst().actor()).isNotEqualTo(account());
    }

    @Test
    void a_person_sees_no_row_of_the_log_not_even_of_their_own_deeds() {
        doors.owner(port);
        doors.reader(port, "noor@x.example");

        var seen = Acting.person(account(), "1").<List<AuditEvent>, RuntimeException>call(() -> log.before(END, 10));

        assertThat(seen).isEmpty();
    }

    private void begun() {
        Acting.theSystem().<String, RuntimeException>call(() -> {
            transaction.executeWithoutResult(_ -> events.publishEvent(new ProgrammeStarted(UUID.randomUUID())));
            return "";
        });
    }

    private List<Kind> kinds() {
        return log.before(END, 100).reversed().stream().map(AuditEvent::kind).toList();
    }

    private List<Long> numbers() {
        return log.before(END, 1000).reversed().stream().map(AuditEvent::number).toList();
    }

    /// Counted from the end, from 1.
    private AuditEvent newest(int place) {
        return log.before(END, 100).get(place - 1);
    }

    private UUID account() {
        return jdbc.sql("select id from account where person_id = '1'")
                .query(UUID.class)
                .single();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.Grants;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.AccessRefused.Why;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CounterpartTest
class AuditPagesTest {
    private static final Pattern EVENT = Pattern.compile("Event (\\d+), ");

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLog log;

    @Autowired
    private Doors doors;

    @Autowired
    private People people;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Grants grants;

    @Test
    void events_are_sentences_with_names() {
        people.save(List.of(person("1", "Noor"), person("2", "Vera")));
        log.add(Deed.of(Kind.PAIR_DECIDED)
                .about(About.pair(UUID.randomUUID()))
                .concerning("1", "2")
                .because(RecordingDecisions.Outcome.AGREED));
        log.add(Deed.of(Kind.PAIR_FORBIDDEN).concerning("1", "2"));
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/audit");

        var page = doors.owner(port).open("/audit");

        assertThat(page.says("The pair Noor and Vera in all programmes came about."))
                .isTrue();
        assertThat(page.says("forbade the pair Noor and Vera in")).isTrue();
        assertThat(page.says("Noor was refused GET /audit: the page is for a duty that they do not hold."))
                .isTrue();
        assertThat(page.says("Olga Owner signed in, by a passkey.")).isTrue();
        assertThat(page.says("Noor signed in")).isFalse();
    }

    @Test
    void every_kind_of_event_is_drawn_with_and_without_what_it_may_lack() {
        for (var kind : Kind.values()) {
            log.add(Deed.of(kind));
            log.add(Deed.of(kind)
                    .by(UUID.randomUUID())
                    .about(About.account(UUID.randomUUID()))
                    .because(Why.NOT_THEIRS));
        }

        var page = doors.owner(port).open("/audit");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("{0}", "null");
    }

    @Test
    @Asvs("8.2.2")
    void an_auditor_reads_who_decided_in_their_programme_and_no_name_of_those_it_was_about() {
        people.save(List.of(person("1", "Noor"), person("2", "Vera"), person("3", "Ana")));
        var spring = started("Spring");
        var autumn = started("Autumn");
        var olga = doors.owner(port);
        var account = grants.owners().getFirst();
        for (var programme : List.of(spring, autumn)) {
            log.add(Deed.of(Kind.PAIR_LOCKED).by(account).in(programme).concerning("1", "2"));
        }
        entrust(olga, "ana@x.example", spring.toString());
        var ana = doors.reader(port, "ana@x.example");
        assertThat(ana.open("/audit").status()).isEqualTo(404);
        accept(ana);

        var page = ana.open("/audit");

        assertThat(page.text()).containsPattern("Olga Owner locked the pair Person [0-9a-f]{8} and Person [0-9a-f]{8}");
        assertThat(page.text())
                .contains("Spring", "confirmed Ana")
                .doesNotContain("Noor", "Vera", "Autumn", "Olga Owner signed in");
        olga.open("/duties");
        olga.press("/duties/" + grant("ana@x.example") + "/end");
        assertThat(ana.open("/audit").status()).isEqualTo(404);
    }

    @Test
    @Asvs("8.2.2")
    void an_auditor_of_all_programmes_also_reads_who_was_refused_but_not_which_participant() {
        people.save(List.of(person("1", "Noor"), person("3", "Ana")));
        var olga = doors.owner(port);
        doors.reader(port, "noor@x.example").open("/audit");
        entrust(olga, "ana@x.example", "");
        var ana = doors.reader(port, "ana@x.example");
        accept(ana);

        var page = ana.open("/audit");

        assertThat(page.text())
                .containsPattern("Account [0-9a-f]{8} was refused GET /audit")
                .contains("Olga Owner signed in, by a passkey.")
                .doesNotContain("Noor");
    }

    private UUID started(String name) {
        var id = UUID.randomUUID();
        programmes.start(new Programme(id, name, 20, SettableClock.START));
        return id;
    }

    private static void entrust(Reader owner, String email, String programme) {
        owner.open("/duties");
        owner.press("/duties", "email", email, "duty", "AUDITOR", "programme", programme, "reason", "Works council");
    }

    private void accept(Reader who) {
        who.open("/duties");
        who.press("/duties/" + grant("ana@x.example") + "/confirmation");
    }

    private UUID grant(String email) {
        return grants.open().stream()
                .filter(each -> each.holder().email().equals(email))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void fifty_stand_on_a_page_newest_first_and_none_is_lost_between_pages() {
        for (int event = 0; event < 117; event++) {
            log.add(Deed.of(Kind.RULES_CHANGED));
        }
        var owner = doors.owner(port);

        var first = numbers(owner, "/audit");
        var second = numbers(owner, "/audit?before=" + first.getLast());
        var third = numbers(owner, "/audit?before=" + second.getLast());

        assertThat(first).hasSize(50).startsWith(120L, 119L);
        assertThat(second).hasSize(50).startsWith(first.getLast() - 1);
        assertThat(third).hasSize(20).startsWith(second.getLast() - 1).endsWith(1L);
        assertThat(owner.open("/audit").says("/audit?before=71")).isTrue();
        assertThat(owner.open("/audit?before=21").says("Older events")).isFalse();
        assertThat(owner.open("/audit?before=x").status()).isEqualTo(404);
    }

    private static List<Long> numbers(Reader owner, String path) {
        return EVENT.matcher(owner.open(path).text())
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private static Person person(String id, String name) {
        return new Person(
                id,
                name,
                name.toLowerCase(java.util.Locale.ROOT) + "@x.example",
                1,
                null,
                null,
                null,
                null,
                Set.of("en"),
                null);
    }
}

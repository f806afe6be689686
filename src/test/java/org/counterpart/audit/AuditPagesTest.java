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
import org.counterpart.people.People;
import org.counterpart.people.Person;
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

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.CounterpartTest;
import org.counterpart.Crawl;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Threat;
import org.counterpart.identity.Visitors;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Catalogue;
import org.counterpart.privacy.Exporting;
import org.counterpart.privacy.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether anybody but the two of a pair can tell how much the two write, and when. All that others can open, ask of
/// the
/// database and get by mail is held against the same from before the two wrote: each byte of it.
@CounterpartTest
class UnseenWritingTest {
    private static final int ITEMS = 20;
    private static final int ALIKE = 4;
    private static final int LONG = 200;

    /// What tells of everyone what they did themselves, as to knock.
    private static final Set<String> OWN =
            Set.of("/audit", "/decisions", "/privacy/export", "/privacy/erasure", "/account/sessions");

    /// Different in each answer, whoever wrote what.
    private static final String CHANGING =
            "name=\"_csrf\" value=\"[^\"]*\"|data-passkey-(get|make)=\"[^\"]*\"|<!-- .*? -->";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Exporting exporting;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Reader> others = new LinkedHashMap<>();
    private Reader mentor;
    private Reader mentee;
    private House house;
    private String pair = "";

    @BeforeEach
    void a_pair_whose_keys_are_made_and_everyone_else() {
        house = new House(port, application);
        house.isLivedIn();
        pair = house.here("/pairs/{pair}");
        mentor = house.visitor("mentor");
        mentee = house.visitor("mentee");
        for (var row : new String[] {
            "vault_member select gen_random_uuid(), id, now() from person where id in ('amira', 'dana')",
            "vault_holder select gen_random_uuid(), id, 'DEVICE', sha256('k'), decode(repeat('00', 112), 'hex'), now() from vault_member",
            "key_log_entry select id, 1, decode(repeat('00', 251), 'hex'), now() from vault_member",
            "vault_space select gen_random_uuid(), pair.id, vault_member.id, now() from pair join vault_member on person_id in (mentor_id, mentee_id) where '%s' like '%%' || pair.id"
                    .formatted(pair),
            "keystore.share select id, sha256('s'), now() from vault_space",
            "vault_epoch_key select id, 1, member_id, member_id, decode(repeat('00', 144), 'hex'), sha256('h'), now() from vault_space",
            "conversation select gen_random_uuid(), pair_id, now() from vault_space group by pair_id",
            "keystore.share select id, sha256('t'), now() from conversation",
            "conversation_key select conversation.id, 1, vault_member.id, vault_member.id, sha256('h'), decode(repeat('00', 144), 'hex'), now() from conversation, vault_member"
        }) {
            jdbc.sql("insert into " + row).update();
        }
        House.visitors().keySet().stream()
                .filter(who -> !who.equals("mentor") && !who.equals("mentee"))
                .sorted()
                .forEach(who -> others.put(who, house.visitor(who)));
    }

    @Test
    @Threat(2)
    void twenty_items_of_each_of_a_pair_change_no_byte_of_what_anybody_else_is_shown_asks_or_is_mailed()
            throws IOException {
        jdbc.sql("""
                        update pair set mentor_answer = 'ACCEPTED', mentor_answered_at = proposed_at, \
                        mentee_answer = 'ACCEPTED', mentee_answered_at = proposed_at \
                        where id in (select pair_id from conversation)""").update();
        var doors = doors();
        // Knocking leaves refusals in the log that owners read, so it is first and last.
        var knocked = knocked(doors);
        var shown = shown();
        var exported = exported();
        var asked = asked();
        var mailed = mailed();

        bothWrite();

        assertThat(mailed()).isEqualTo(mailed);
        assertThat(differing(asked, asked())).isEmpty();
        assertThat(differing(exported, exported())).isEmpty();
        assertThat(differing(shown, shown())).isEmpty();
        assertThat(differing(knocked, knocked(doors))).isEmpty();
        assertThat(shown).hasSizeGreaterThan(200);
    }

    @Test
    void what_owners_may_know_of_the_pair_does_change_what_they_are_shown() {
        var before = shown("owner", house.owner);

        mentee.open("/pairs");
        mentee.press(pair + "/answer", "answer", "DECLINED");

        assertThat(shown("owner", house.owner)).isNotEqualTo(before);
    }

    /// A day passes while they do, and is taken back, so that no page tells of another day.
    private void bothWrite() {
        for (int item = 1; item <= ITEMS; item++) {
            clock.pass(Duration.ofMinutes(2));
            for (var writer : List.of(mentor, mentee)) {
                writer.open(pair + "/preparation");
                writes(writer, "/preparation/items", item, item);
                writes(writer, "/conversation/items", 2 * item - (writer == mentor ? 1 : 0), item);
            }
        }
        clock.pass(Duration.ofMinutes(-2 * ITEMS));
        assertThat(jdbc.sql("select count(*) from sealed_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * ITEMS);
        assertThat(jdbc.sql("select count(*) from conversation_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * ITEMS);
    }

    private void writes(Reader writer, String where, int sequence, int steps) {
        var written = writer.press(
                pair + where,
                "id",
                UUID.randomUUID().toString(),
                "epoch",
                "1",
                "sequence",
                String.valueOf(sequence),
                "previous",
                bytes(32),
                "sealed",
                bytes(93 + 256 * steps));
        assertThat(written.status()).describedAs(where).isEqualTo(204);
    }

    /// Where two looks differ, and by which line first.
    private static Map<String, String> differing(Map<String, String> before, Map<String, String> after) {
        var differing = new TreeMap<String, String>();
        var places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (var place : places) {
            var was = before.getOrDefault(place, "").split("\n");
            var is = after.getOrDefault(place, "").split("\n");
            var at = Arrays.mismatch(was, is);
            if (at >= 0) {
                differing.put(place, part(was, at) + " → " + part(is, at));
            }
        }
        return differing;
    }

    private static String part(String[] lines, int at) {
        return at < lines.length ? lines[at].substring(0, Math.min(LONG, lines[at].length())) : "nothing";
    }

    private Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        others.forEach((who, reader) -> shown.putAll(shown(who, reader)));
        return shown;
    }

    private Map<String, String> knocked(List<String> doors) {
        var knocked = new TreeMap<String, String>();
        others.forEach(
                (who, reader) -> doors.forEach(door -> knocked.put(who + " " + door, answer(reader.open(door)))));
        return knocked;
    }

    /// Every page and file that links and forms lead somebody to.
    private Map<String, String> shown(String who, Reader reader) {
        var shown = new TreeMap<String, String>();
        for (var seen : Crawl.of(reader, List.of("/", "/duties", house.here("/calls/{id}")), ALIKE)) {
            if (!seen.page().path().startsWith("/privacy/e")) {
                shown.put(who + " " + seen.address(), answer(seen.page()));
            }
        }
        return shown;
    }

    /// What each would take along, but that they were here and what they did, which these tests change.
    private Map<String, String> exported() {
        var exported = new TreeMap<String, String>();
        for (var who : others.keySet()) {
            visitors.at(House.visitors().getOrDefault(who, ""))
                    .ifPresent(each -> exported.put(
                            who,
                            exporting.of(Subject.of(each)).stream()
                                    .filter(section -> !Set.of("audit_event", "spring_session")
                                            .contains(section.table()))
                                    .flatMap(section -> section.rows().stream().map(row -> section.table() + " " + row))
                                    .sorted()
                                    .collect(Collectors.joining("\n"))));
        }
        return exported;
    }

    /// Every door of the house, at what is of this pair, whoever it is for.
    private List<String> doors() throws IOException {
        var doors = new ArrayList<String>();
        for (var route : Route.all()) {
            if (route.method().equals("GET") && !OWN.contains(route.pattern())) {
                doors.add(house.here(route.pattern()));
            }
        }
        return doors;
    }

    private static String answer(Reader.Page page) {
        var headers = new TreeMap<>(page.response().headers().map());
        headers.remove("date");
        // A stranger is given a cookie of their own at each first page.
        headers.remove("set-cookie");
        // Each connection ends after so many answers.
        headers.remove("connection");
        return page.status() + " " + page.path() + "\n" + headers + "\n"
                + page.text().replaceAll(CHANGING, "");
    }

    /// All rows that the database shows to somebody, of every table.
    private Map<String, String> asked() {
        var asked = new TreeMap<String, String>();
        for (var who : others.keySet()) {
            acting(who).<String, RuntimeException>call(() -> {
                for (var table : tables()) {
                    asked.put(
                            who + " " + table,
                            jdbc.sql(
                                            "select count(*) || ' ' || coalesce(md5(string_agg(each::text, ' ' order by each::text)), '') from %s each"
                                                    .formatted(table))
                                    .query(String.class)
                                    .single());
                }
                return "";
            });
        }
        return asked;
    }

    private List<String> tables() {
        var tables = new ArrayList<>(catalogue.tables().keySet());
        tables.add("keystore.share");
        return tables;
    }

    private Acting acting(String who) {
        return visitors.at(House.visitors().getOrDefault(who, ""))
                .map(each -> each.owner()
                        ? Acting.owner(each.accountId(), each.personId())
                        : Acting.person(each.accountId(), each.personId()))
                .orElse(Acting.person(null, null));
    }

    private List<String> mailed() {
        return jdbc.sql("""
                        select recipient || ' ' || subject || ' ' || body || ' ' || written_at from mail \
                        where recipient not in ('amira@x.example', 'dana@x.example') order by 1""").query(String.class).list();
    }

    private static String bytes(int size) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[size]);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Three people, Ana, Bea and Cid, with a mark of its own in every text that is kept about each. Ana and Bea are a
/// pair; Cid would rather meet neither, and was left out.
final class Marks {
    static final UUID PROGRAMME = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String id(String who) {
        return "mk-" + who + "-id";
    }

    static String email(String who) {
        return "mk-" + who + "-email@x.example";
    }

    void plant() {
        run("insert into programme values ('%s', 'Spring', 6, '2026-03-01Z')".formatted(PROGRAMME));
        for (var who : List.of("ana", "bea", "cid")) {
            person(who);
        }
        run("update person set manager_id = 'mk-ana-id' where id = 'mk-cid-id'");
        run(
                "update application set avoid = '{mk-ana-email@x.example,mk-bea-email@x.example}' where person_id = 'mk-cid-id'");
        run("update sign_up set avoid = avoid || array['mk-ana-id', 'mk-bea-id'] where person_id = 'mk-cid-id'");
        draw();
        matching();
        pair();
    }

    private void draw() {
        run("insert into draw (programme_id, commitment, committed_at) values ('%s', encode(sha256('s'), 'hex'), now())"
                .formatted(PROGRAMME));
        for (var who : List.of("ana", "bea", "cid")) {
            run("""
                    insert into draw_place (programme_id, person_id, number, role, stratum, pool, ticket, outcome, proof)
                    values ('%s', 'mk-?-id', '?', 'EITHER', '{mk-?-stratum}', 'MENTOR', '?', 'COMPARISON', 'mk-?-proof')""".formatted(PROGRAMME).replace("?", who));
        }
        run("""
                update draw set closed_at = now(), applicants = 3, list = '0', mentor_places = 1, mentor_reserve = 0,
                mentee_places = 1, mentee_reserve = 0""");
        run("update draw set seed = 's', witness = 'w', witness_source = 's', root = '0', drawn_at = now()");
    }

    private void person(String who) {
        run("""
                insert into person (id, name, email, level, department, site, country, timezone, languages, contract)
                values ('mk-?-id', 'mk-?-name', 'mk-?-email@x.example', 3, 'mk-?-department', 'mk-?-site',
                'mk-?-country', 'Europe/Paris', '{mk-?-language}', 'mk-?-contract')""".replace("?", who));
        run("""
                insert into sign_up values ('%s', 'mk-?-id', 'EITHER', 1, '{mk-?-offer}', '{mk-?-want}', 'mk-?-goal',
                '{mk-?-hours}', '{mk-?-avoid}', '{mk-?-prefer}', '{mk-?-tongue}')""".formatted(PROGRAMME).replace("?", who));
        run("""
                insert into application values ('%s', 'mk-?-id', 'EITHER', '{mk-?-strength}', '{KNOW}', '{mk-?-evidence}',
                '{mk-?-gap}', '{mk-?-situation}', true, '{mk-?-give}', '{mk-?-topic}', '{mk-?-tongue}', '{mk-?-time}', 1, 9,
                '{mk-?-avoided}', '{mk-?-preferred}', 3, '2026-03-01Z', '2026-03-01Z', false, 'mk-?-agreed')""".formatted(PROGRAMME).replace("?", who));
        run("""
                with said as (insert into voice values (gen_random_uuid(), '%s', 'mk-?-name', 'MENTOR', 'mk-?-pilot',
                'mk-?-value', 'mk-?-success', '2026-03-01Z') returning id)
                insert into pitfall select gen_random_uuid(), id, 0, 'mk-?-pitfall', 'RISK', 'mk-?-because' from said""".formatted(PROGRAMME).replace("?", who));
        run("""
                insert into consultation_link values (sha256('mk-?-link'), gen_random_uuid(), '%s', 'mk-?-name',
                'mk-?-email@x.example', '2026-03-01Z', '2027-03-01Z')""".formatted(PROGRAMME).replace("?", who));
        run("""
                insert into invitation values ('%s', 'mk-?-id', 1, null, 'dot@x.example', '{MENTEE}', 'mk-?-invitation',
                '2026-03-01Z')""".formatted(PROGRAMME).replace("?", who));
        run("insert into audit_subject (person_id) values ('mk-?-id')".replace("?", who));
        run("""
                insert into mail values (gen_random_uuid(), 'mk-?-email@x.example', 'mk-?-subject', 'mk-?-body',
                '2020-03-02Z', '2020-03-02Z', 1, '2020-03-02Z')""".replace("?", who));
        askForALink(who);
        run("""
                insert into sign_in_link values (sha256('mk-?'), sha256('mk-?'), 'mk-?-email@x.example',
                '2027-03-02Z')""".replace("?", who));
    }

    /// Once more; the last time is over when somebody looked into it.
    void askForALink(String who) {
        run("""
                insert into sign_in_request (browser_sha256, email, expires_at)
                values (sha256('mk-?'), 'mk-?-email@x.example', '2027-03-02Z')""".replace("?", who));
    }

    private void matching() {
        run("""
                insert into match_run (id, programme_id, number, at, by_account, seed, level_gap, minutes_in_common, mentors,
                mentees, eithers, possible, candidates, pairs, worst, total, verified, archive)
                values ('%s', '%s', 1, '2026-03-03Z', gen_random_uuid(), 's', 1, 15, 0, 0, 3, 6, 6, 1, 9, 18, true,
                convert_to('mk-ana-id,mk-bea-id,mk-cid-id', 'UTF8'))""".formatted(RUN, PROGRAMME));
        run("""
                insert into proposal values ('%s', 'mk-ana-id', 'mk-bea-id', 4711, 8822, false, false,
                '[{"kind":"MentorTeaches","offer":"mk-ana-offer"}]')""".formatted(RUN));
        run("insert into left_out values ('%s', 'mk-cid-id', 'MENTEE', '{}')".formatted(RUN));
        run("insert into standing_pair values ('%s', 'mk-ana-id', 'mk-bea-id', '%s')".formatted(PROGRAMME, RUN));
        run("""
                insert into pair_wish values ('%s', 'mk-ana-id', 'mk-bea-id', 'LOCKED', 'mk-ana-reason',
                '2026-03-02Z', gen_random_uuid())""".formatted(PROGRAMME));
        run("""
                insert into pair_wish values ('%s', 'mk-cid-id', 'mk-bea-id', 'FORBIDDEN', 'mk-cid-reason',
                '2026-03-02Z', gen_random_uuid())""".formatted(PROGRAMME));
        run("""
                insert into decision (programme_id, at, by_account, act, about, reason) values
                ('%s', '2026-03-02Z', gen_random_uuid(), 'PAIR_LOCKED', '{mk-ana-id,mk-bea-id}',
                'mk-ana-reason'), ('%s', '2026-03-02Z', gen_random_uuid(), 'PAIR_FORBIDDEN',
                '{mk-cid-id,mk-bea-id}', 'mk-cid-reason')""".formatted(PROGRAMME, PROGRAMME));
        run("insert into import_draft values (gen_random_uuid(), '%s', 'people.csv', 'mk-ana-id;mk-bea-id', now())"
                .formatted(PROGRAMME));
    }

    private void pair() {
        run("""
                insert into pair values ('00000000-0000-0000-0000-00000000000c', '%s', '%s', 'mk-ana-id', 'mk-bea-id',
                '[{"kind":"MentorTeaches","offer":"mk-ana-offer","closeness":"FULL","topic":null},
                {"kind":"DifferentSites","mentors":"mk-ana-site","mentees":"mk-bea-site"}]',
                '2026-03-04Z', '2026-03-18Z', 'ACCEPTED', '2026-03-05Z', 'ACCEPTED', '2026-03-06Z')""".formatted(PROGRAMME, RUN));
        run("insert into pair_pause select id, 'ASKED', '2026-03-07Z', '2026-04-01', null from pair");
        run("insert into answer_link select sha256('1'), id, mentor_id from pair");
        run("insert into answer_link select sha256('2'), id, mentee_id from pair");
        seal();
    }

    /// What both prepare, of which nothing can be read here.
    private void seal() {
        run("insert into vault_member select gen_random_uuid(), id, '2026-03-08Z' from person where id <> 'mk-cid-id'");
        run("""
                insert into vault_holder select gen_random_uuid(), id, 'DEVICE', sha256('k'), decode(repeat('00', 112), 'hex'),
                since from vault_member""");
        run("insert into vault_asking select gen_random_uuid(), id, sha256('a'), since from vault_member");
        run("insert into key_log_entry select id, 1, decode(repeat('00', 251), 'hex'), since from vault_member");
        run("""
                insert into vault_space select gen_random_uuid(), pair.id, vault_member.id, since from pair
                join vault_member on person_id in (mentor_id, mentee_id)""");
        run("insert into keystore.share select id, sha256('s'), since from vault_space");
        run(
                "insert into vault_epoch_key select id, 1, member_id, member_id, decode(repeat('00', 144), 'hex'), sha256('h'), since from vault_space");
        run("""
                insert into sealed_item select id, 1, gen_random_uuid(), 1, member_id, sha256('p'),
                decode(repeat('00', 349), 'hex'), since from vault_space""");
        run("insert into conversation select gen_random_uuid(), id, proposed_at from pair");
        run("insert into keystore.share select id, sha256('t'), since from conversation");
        run("""
                insert into conversation_key select conversation.id, 1, vault_member.id, vault_member.id, sha256('h'),
                decode(repeat('00', 144), 'hex'), conversation.since from conversation join pair on pair.id = pair_id
                join vault_member on person_id in (mentor_id, mentee_id)""");
        run("""
                insert into conversation_item select conversation.id, 1, gen_random_uuid(), 1, vault_member.id, sha256('p'),
                decode(repeat('00', 349), 'hex'), conversation.since from conversation join pair on pair.id = pair_id
                join vault_member on person_id = mentee_id""");
        run("""
                insert into conversation_chunk select conversation_id, gen_random_uuid(), 0, author_id,
                decode(repeat('00', 4112), 'hex') from conversation_item""");
    }

    /// A duty, proposed and then changed as said, of an account with a passkey, which is made if there is none.
    void entrust(String who, String then) {
        run(
                "insert into account (id, person_id, since) values (gen_random_uuid(), 'mk-%s-id', now()) on conflict do nothing"
                        .formatted(who));
        run("""
                insert into passkey select gen_random_uuid(), id, sha256('mk-?-key'), sha256('mk-?-key'), 'mk-?-passkey',
                now(), null, 0, '{}', false, false from account where person_id = 'mk-?-id' on conflict do nothing""".replace("?", who));
        run("""
                insert into sign_on select 'https://mk-?-issuer.example', 'mk-?-subject', id, now() from account
                where person_id = 'mk-?-id' on conflict do nothing""".replace("?", who));
        run("""
                insert into sponsor_note select '%s', id, 'mk-?-called', 'mk-?-note', now() from account
                where person_id = 'mk-?-id' on conflict do nothing""".formatted(PROGRAMME).replace("?", who));
        run("""
                insert into duty_grant (id, account_id, duty, reason, proposed_at) select gen_random_uuid(), id, 'SPONSOR',
                'mk-?-duty', now() from account where person_id = 'mk-?-id'""".replace("?", who));
        run("update duty_grant set " + then);
    }

    /// How often somebody's marks are found, by table and column; all that is kept is searched, bytes too.
    Map<String, Integer> of(String who, Catalogue catalogue) {
        var found = new TreeMap<String, Integer>();
        catalogue
                .tables()
                .values()
                .forEach(table -> table.columns().values().forEach(column -> {
                    var text = column.type().equals("bytea")
                            ? "encode(%s, 'escape')".formatted(column.name())
                            : "%s::text".formatted(column.name());
                    int times =
                            jdbc
                                    .sql("select %s from %s".formatted(text, table.name()))
                                    .query(String.class)
                                    .list()
                                    .stream()
                                    .mapToInt(value -> count(value, who))
                                    .sum();
                    if (times > 0) {
                        found.put(table.name() + "." + column.name(), times);
                    }
                }));
        return found;
    }

    private static int count(@Nullable String value, String who) {
        return value == null
                ? 0
                : (int) Pattern.compile("mk-" + who + "-")
                        .matcher(value)
                        .results()
                        .count();
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }
}

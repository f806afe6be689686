// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpart.CounterpartTest;
import org.counterpart.Superuser;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.Visitors;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Catalogue;
import org.counterpart.privacy.Declaration;
import org.counterpart.privacy.Registry;
import org.counterpart.web.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom each column declares as its readers, against which rows the database shows to everyone in the house.
@CounterpartTest
class DeclaredReadersTest {
    /// A row shows all of its columns. Of these the rest of the row belongs to others too, so that it is the queries of
    /// `Pairs` and the pages that keep them back (R03, R06). This list gets shorter, never longer.
    private static final Map<String, Set<String>> KEPT_BACK_BY_QUERIES = Map.of(
            "pair.mentor_answer", Set.of("owner", "mentee", "mentee of the other programme"),
            "pair.mentor_answered_at", Set.of("owner", "mentee", "mentee of the other programme"),
            "pair.mentee_answer", Set.of("owner", "mentor", "mentor of another pair"),
            "pair.mentee_answered_at", Set.of("owner", "mentor", "mentor of another pair"),
            "sign_up.avoid", Set.of("owner"),
            "sign_up.prefer", Set.of("owner"));

    /// A queue that is emptied within a second, and what owners note of a consultation, which no house here held.
    private static final Set<String> WITHOUT_ROWS = Set.of("sign_in_request", "voice", "pitfall", "consultation_link");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Registry registry;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Superuser superuser;

    private final Map<List<String>, Set<String>> found = new HashMap<>();
    private final Map<String, Optional<SignedIn>> known = new HashMap<>();

    @BeforeEach
    void a_house_with_something_about_somebody_in_every_table() {
        var house = new House(port, application);
        house.here("/programmes/{id}/import/{draft}");
        for (var row : new String[] {
            "sign_in_link values (sha256('t'), sha256('b'), 'amira@x.example', now())",
            "set_up_link (token_sha256, issued_at, account_id) select sha256('s'), now(), id from account limit 1",
            "sign_on select 'https://idp.example', '1', id, now() from account limit 1",
            "pair_wish select programme_id, mentor_id, mentee_id, 'LOCKED', '', now(), gen_random_uuid() from pair limit 1",
            "application (programme_id, person_id, saved_at) select id, 'amira', now() from programme",
            "pair_pause select id, 'ASKED', now(), '2030-01-01', null from pair",
            "draw_place (programme_id, person_id, number, role, stratum) select programme_id, mentor_id, mentor_id, 'MENTOR', '{}' from pair",
            "invitation select id, 'amira', 1, 'dana', 'dana@x.example', '{}', 'Come', now() from programme",
            "sponsor_note select programme.id, account.id, 'Sam', 'Much', now() from programme, account",
            "left_out select id, 'iris', 'MENTOR', '{}' from match_run",
            "vault_member values (gen_random_uuid(), 'amira', now())",
            "vault_holder select gen_random_uuid(), id, 'DEVICE', sha256('k'), decode(repeat('00', 112), 'hex'), now() from vault_member",
            "vault_asking select gen_random_uuid(), id, sha256('a'), now() from vault_member",
            "key_log_entry select id, 1, decode(repeat('00', 251), 'hex'), now() from vault_member",
            "vault_space select gen_random_uuid(), pair.id, vault_member.id, now() from pair join vault_member on person_id = mentor_id",
            "keystore.share select id, sha256('s'), now() from vault_space",
            "vault_epoch_key select id, 1, member_id, member_id, decode(repeat('00', 144), 'hex'), sha256('h'), now() from vault_space",
            "sealed_item select id, 1, gen_random_uuid(), 1, member_id, sha256('p'), decode(repeat('00', 349), 'hex'), now() from vault_space",
            "conversation select gen_random_uuid(), id, now() from pair",
            "keystore.share select id, sha256('t'), now() from conversation",
            "conversation_key select conversation.id, 1, vault_member.id, vault_member.id, sha256('h'), decode(repeat('00', 144), 'hex'), now() from conversation, vault_member",
            "conversation_item select conversation.id, 1, gen_random_uuid(), 1, vault_member.id, sha256('p'), decode(repeat('00', 349), 'hex'), now() from conversation, vault_member",
            "conversation_chunk select conversation_id, gen_random_uuid(), 0, author_id, decode(repeat('00', 4112), 'hex') from conversation_item"
        }) {
            jdbc.sql("insert into " + row).update();
        }
    }

    @Test
    @Asvs("8.2.2")
    void nobody_reads_a_row_that_no_column_declares_as_theirs() {
        for (var table : catalogue.tables().values()) {
            for (var who : House.visitors().keySet()) {
                var shown = shown(table.name(), who);
                table.columns().values().forEach(column -> shown.removeAll(declared(column, table, who)));

                assertThat(shown).describedAs("%s to %s", table.name(), who).isEmpty();
            }
        }
    }

    @Test
    @Asvs("8.2.3")
    void nobody_reads_a_column_that_is_not_declared_as_theirs_but_for_the_few_that_queries_keep_back() {
        var more = new TreeMap<String, Set<String>>();
        for (var table : catalogue.tables().values()) {
            for (var who : House.visitors().keySet()) {
                var shown = shown(table.name(), who);
                for (var column : table.columns().values()) {
                    if (!declared(column, table, who).containsAll(shown)) {
                        more.computeIfAbsent(table.name() + "." + column.name(), _ -> new TreeSet<>())
                                .add(who);
                    }
                }
            }
        }

        assertThat(more).isEqualTo(KEPT_BACK_BY_QUERIES);
    }

    /// By the role of the program, as whoever found its login would ask.
    @Test
    @Asvs("8.2.2")
    void without_anybody_to_ask_for_no_row_about_anybody_is_shown_of_all_these() throws SQLException {
        var role = jdbc.sql("select current_user").query(String.class).single();
        try (var connection = superuser.connects();
                var statement = connection.createStatement()) {
            var tables = new TreeSet<>(Set.of("keystore.share"));
            for (var declaration : registry.declarations()) {
                if (declaration.personal() && !WITHOUT_ROWS.contains(declaration.table())) {
                    tables.add(declaration.table());
                }
            }
            for (var table : tables) {
                assertThat(count(statement, table)).describedAs(table).isPositive();
            }
            statement.execute("set role " + role);
            for (var table : tables) {
                assertThat(count(statement, table)).describedAs(table).isZero();
            }
        }
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (var counted = statement.executeQuery("select count(*) from " + table)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    @Test
    void every_table_about_somebody_has_a_row_here() {
        for (var declaration : registry.declarations()) {
            if (declaration.personal() && !WITHOUT_ROWS.contains(declaration.table())) {
                assertThat(rows(declaration.table(), "true", Map.of()))
                        .describedAs(declaration.table())
                        .isNotEmpty();
            }
        }
    }

    private Set<String> shown(String table, String who) {
        var acting = signedIn(who);
        return (acting == null
                        ? Acting.person(null, null)
                        : acting.owner()
                                ? Acting.owner(acting.accountId(), acting.personId())
                                : Acting.person(acting.accountId(), acting.personId()))
                .<Set<String>, RuntimeException>call(() -> rows(table, "true", Map.of()));
    }

    private Set<String> declared(Catalogue.Column column, Catalogue.Table table, String who) {
        var theirs = registry.declarations().stream()
                .filter(each -> each.table().equals(table.name()))
                .map(Declaration::rows)
                .map(rows -> rows == null ? "false" : rows)
                .findFirst()
                .orElseThrow();
        var reader = new DeclaredReader(signedIn(who), theirs);
        var condition = reader.condition(column.comment().seenBy());
        return found.computeIfAbsent(
                List.of(table.name(), who, condition), _ -> rows(table.name(), condition, reader.parameters()));
    }

    private Set<String> rows(String table, String condition, Map<String, String> parameters) {
        return new TreeSet<>(jdbc.sql("select ctid::text from %s where %s".formatted(table, condition))
                .params(parameters)
                .query((row, _) -> row.getString(1))
                .list());
    }

    /// Null for a stranger.
    private SignedIn signedIn(String who) {
        return known.computeIfAbsent(who, each -> visitors.at(House.visitors().get(each)))
                .orElse(null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterpart.CounterpartTest;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.evidence.Asvs;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CounterpartTest
class RowsTests {
    /// What this installation is, and the names of programmes, which whoever is called should read.
    private static final Set<String> ABOUT_NOBODY =
            Set.of("installation", "programme", "criteria", "draw", "flyway_schema_history");

    private static final UUID PROGRAMME = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource connections;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Programmes programmes;

    @BeforeEach
    void three_who_signed_up() {
        people.save(List.of(person("1", "Noor"), person("2", "Vera"), person("3", "Ida")));
        programmes.start(new Programme(PROGRAMME, "Learning upwards", 10, java.time.Instant.EPOCH));
        signUps.save(PROGRAMME, List.of(signUp("1", Role.MENTOR), signUp("2", Role.MENTEE), signUp("3", Role.MENTEE)));
    }

    @Test
    void nobody_sees_any_row_about_anybody() {
        for (var table : tables()) {
            assertThat(Acting.NOBODY.<Long, RuntimeException>call(() -> count(table)))
                    .describedAs(table)
                    .isZero();
        }
        assertThat(count("person")).isEqualTo(3);
    }

    @Test
    void every_table_about_somebody_is_guarded_also_against_its_owner() {
        var open = jdbc.sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' \
                        and not (relrowsecurity and relforcerowsecurity)""").query(String.class).list();

        assertThat(Set.copyOf(open)).isEqualTo(ABOUT_NOBODY);
    }

    @Test
    @Asvs("8.2.2")
    void a_person_sees_themselves_and_their_own_sign_up() {
        assertThat(as("1", "select name from person")).containsExactly("Noor");
        assertThat(as("1", "select person_id from sign_up")).containsExactly("1");
        assertThat(as("1", "select email from account")).isEmpty();
    }

    @Test
    void an_owner_sees_the_programme_but_no_session_link_or_mail() {
        jdbc.sql("insert into mail (id, recipient, subject, body, written_at, next_attempt_at) "
                        + "values (gen_random_uuid(), 'noor@x.example', 's', 'b', now(), now())")
                .update();

        assertThat(owner("select name from person")).hasSize(3);
        assertThat(owner("select subject from mail")).isEmpty();
        assertThat(owner("select session_id from spring_session")).isEmpty();
    }

    @Test
    void nothing_is_written_by_nobody() {
        assertThatThrownBy(() -> Acting.NOBODY.<Object, RuntimeException>call(() -> {
                    people.save(List.of(person("4", "Nobody")));
                    return "";
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(count("person")).isEqualTo(3);
    }

    @Test
    void who_was_told_to_one_transaction_is_forgotten_in_the_next() throws Exception {
        assertThat(owner("select name from person")).hasSize(3);
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            var left = Acting.NOBODY.<Boolean, Exception>call(
                    () -> statement.executeQuery("select 1 from person").next());
            assertThat(left).isFalse();
        }
    }

    @Test
    void who_is_asked_for_may_change_within_a_transaction() {
        transaction.executeWithoutResult(_ -> {
            assertThat(as("1", "select name from person")).hasSize(1);
            assertThat(count("person")).isEqualTo(3);
            assertThat(as("2", "select name from person")).containsExactly("Vera");
        });
    }

    @Test
    @Asvs("13.2.2")
    void the_program_at_work_can_change_neither_tables_nor_rules_nor_rights() {
        for (var deed : List.of(
                "create table mine (id integer)",
                "alter table person disable row level security",
                "drop policy system on person",
                "truncate person",
                "create role another",
                "set role postgres")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).describedAs(deed).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles "
                                + "where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void what_one_statement_wrote_stays_and_what_failed_is_gone() {
        jdbc.sql("update person set name = 'Nora' where id = '1'").update();
        assertThatThrownBy(() -> jdbc.sql("update person set level = 0").update())
                .isInstanceOf(DataAccessException.class);

        assertThat(as("1", "select name from person")).containsExactly("Nora");
    }

    private List<String> tables() {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'public' and tablename not in (:nobody)")
                .param("nobody", ABOUT_NOBODY)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> as(String person, String query) {
        return Acting.person(null, person)
                .<List<String>, RuntimeException>call(
                        () -> jdbc.sql(query).query(String.class).list());
    }

    private List<String> owner(String query) {
        return Acting.owner(null, null)
                .<List<String>, RuntimeException>call(
                        () -> jdbc.sql(query).query(String.class).list());
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

    private static SignUp signUp(String person, Role role) {
        return new SignUp(person, role, 1, List.of("Python"), List.of(), null, List.of(), Set.of(), List.of());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.Superuser;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What PostgreSQL itself says of the roles that work here: one for everything, one for counting over all people.
@CounterpartTest
@Asvs("13.2.2")
class RolesTest {
    private static final String AGGREGATE = "counterpart_aggregate";
    private static final String RUNTIME = "counterpart_app";

    /// Functions and procedures that see more than whoever calls them, each with the little that it gives.
    private static final List<String> SEE_MORE = List.of(
            "accounts_of_owners",
            "chain_audit_event",
            "counterpart",
            "decisions_about_me",
            "empty_decisions_before",
            "end_audit_term",
            "erase_from_decisions");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Superuser superuser;

    @Test
    void neither_role_is_above_the_rules_and_neither_can_become_another_one() {
        for (var role : List.of(AGGREGATE, RUNTIME)) {
            assertThat(names("""
                    select rolname from pg_roles where rolname = '%s' and not (rolsuper or rolbypassrls or rolcreatedb \
                    or rolcreaterole or rolreplication)""".formatted(role))).containsExactly(role);
            assertThat(names("""
                    select pg_roles.rolname from pg_auth_members join pg_roles on pg_roles.oid = roleid \
                    where member = '%s'::regrole""".formatted(role))).describedAs(role).isEmpty();
            assertThat(names("select relname from pg_class where relowner = '%s'::regrole".formatted(role)))
                    .describedAs(role)
                    .isEmpty();
            assertThat(names("""
                    select 'schema' where has_schema_privilege('%1$s', 'public', 'create') union all \
                    select 'database' where has_database_privilege('%1$s', current_database(), 'create')""".formatted(role))).describedAs(role).isEmpty();
        }
    }

    @Test
    void nobody_signs_in_to_count_before_somebody_sets_it_up() {
        assertThat(names("select rolname from pg_roles where rolname = '%s' and rolcanlogin".formatted(AGGREGATE)))
                .isEmpty();
    }

    @Test
    void who_counts_reads_no_table_and_runs_no_function_of_ours() {
        assertThat(names("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') \
                and (has_table_privilege('%1$s', oid, 'select, insert, update, delete, truncate, references, trigger') \
                or has_any_column_privilege('%1$s', oid, 'select, insert, update, references'))""".formatted(AGGREGATE))).isEmpty();
        assertThat(names("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace \
                and has_function_privilege('%s', oid, 'execute')""".formatted(AGGREGATE))).isEmpty();
    }

    @Test
    void who_counts_is_refused_by_each_table() throws SQLException {
        try (var connection = superuser.connects();
                var statement = connection.createStatement()) {
            var tables = names("select tablename from pg_tables where schemaname = 'public'");
            statement.execute("set role " + AGGREGATE);
            statement.execute("select set_config('counterpart.acting', 'SYSTEM', false)");
            assertThat(tables).hasSizeGreaterThan(25);
            for (var table : tables) {
                assertThatThrownBy(() -> statement.executeQuery("select count(*) from " + table))
                        .describedAs(table)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
            assertThatThrownBy(() -> statement.executeQuery("select * from decisions_about_me('{}', 1, 1)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_program_at_work_can_do_no_more_to_a_table_than_read_and_write_its_rows() {
        assertThat(names("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') \
                and has_table_privilege('%s', oid, 'truncate, references, trigger, maintain')""".formatted(RUNTIME))).isEmpty();
    }

    @Test
    void what_sees_more_than_its_caller_is_known_and_keeps_its_search_path() {
        assertThat(names("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef \
                and array_to_string(proconfig, ' ') like '%search_path=public, pg_temp%' order by 1""")).containsExactlyElementsOf(SEE_MORE);
        assertThat(names("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
                .hasSameSizeAs(SEE_MORE);
        assertThat(names("""
                select proname from pg_proc where pronamespace = 'public'::regnamespace \
                and has_function_privilege('public', oid, 'execute')""")).isEmpty();
    }

    private List<String> names(String query) {
        return jdbc.sql(query).query((row, _) -> row.getString(1)).list();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterpart.CounterpartTest;
import org.counterpart.Superuser;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;

/// An installation in which decisions, runs and wishes still knew people by name, brought up to date.
@CounterpartTest
class DecidersByAccountTest {
    private static final String BEFORE = "20261130.0630";
    private static final String NAME =
            "counterpart_before_" + ProcessHandle.current().pid();
    private static final String GONE = "00000000-0000-0000-0000-000000000000";

    @Autowired
    private Superuser superuser;

    @Autowired
    private ConfigurableEnvironment environment;

    private String url = "";

    @BeforeEach
    void an_installation_of_before() throws SQLException {
        run(superuser.connects(), "create database " + NAME);
        url = setting("url").replaceFirst("/[^/]+$", "/" + NAME);
        migrate(BEFORE);
    }

    @AfterEach
    void it_goes() throws SQLException {
        run(superuser.connects(), "drop database " + NAME + " with (force)");
    }

    @Test
    void each_name_becomes_the_account_or_the_person_that_it_stood_for_and_nothing_else_changes() throws SQLException {
        run(
                there(),
                "insert into programme values ('00000000-0000-0000-0000-00000000000a', 'Spring', 6, now())",
                "insert into person (id, name, email, languages) values ('p1', 'Olga', 'olga@x.example', '{}'), "
                        + "('p2', 'Amira', null, '{}'), ('p3', 'Same Name', null, '{}'), ('p4', 'Same Name', null, '{}')",
                "insert into account (id, person_id, since) values ('00000000-0000-0000-0000-0000000000b1', 'p1', now())",
                "insert into account (id, email, name, since) values ('00000000-0000-0000-0000-0000000000b2', "
                        + "'sam@x.example', 'Sam', now())",
                decision("olga@x.example", "Olga", "MATCHING_RUN", "{1,3}"),
                decision("sam@x.example", "Sam", "PAIRS_PUBLISHED", "{1,3}"),
                decision("olga@x.example", "Olga", "PAIR_LOCKED", "{Amira,Same Name}"),
                decision("left@x.example", "Lea", "RULES_CHANGED", "{Amira}"),
                decision("", "", "PHASE_CHANGED", "{OPEN,CLOSED}"),
                """
                insert into match_run (id, programme_id, number, at, by_name, seed, level_gap, minutes_in_common, mentors,
                mentees, eithers, possible, candidates, pairs, worst, total, verified, published_at, published_by) values
                (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', 1, now(), 'Olga', 's', 1, 15, 0, 0, 3, 6, 6, 1, 9,
                18, true, now(), 'Sam')""",
                "insert into pair_wish values ('00000000-0000-0000-0000-00000000000a', 'p2', 'p3', 'LOCKED', 'Why', 'Olga', now())");

        migrate("latest");

        assertThat(
                        told(
                                "select coalesce(by_account::text, 'nobody') || ' ' || act || ' ' || about::text || ' ' || reason from decision order by id"))
                .containsExactly(
                        "00000000-0000-0000-0000-0000000000b1 MATCHING_RUN {1,3} Because",
                        "00000000-0000-0000-0000-0000000000b2 PAIRS_PUBLISHED {1,3} Because",
                        "00000000-0000-0000-0000-0000000000b1 PAIR_LOCKED {p2,\"\"} Because",
                        GONE + " RULES_CHANGED {Amira} Because",
                        "nobody PHASE_CHANGED {OPEN,CLOSED} Because");
        assertThat(told("select by_account || ' ' || published_by_account from match_run"))
                .containsExactly("00000000-0000-0000-0000-0000000000b1 00000000-0000-0000-0000-0000000000b2");
        assertThat(told("select by_account::text from pair_wish"))
                .containsExactly("00000000-0000-0000-0000-0000000000b1");
    }

    private static String decision(String email, String name, String act, String about) {
        return "insert into decision (programme_id, at, by_email, by_name, act, about, reason) values "
                + "('00000000-0000-0000-0000-00000000000a', now(), '%s', '%s', '%s', '%s', 'Because')"
                        .formatted(email, name, act, about);
    }

    private void migrate(String until) {
        Flyway.configure()
                .dataSource(url, setting("user"), setting("password"))
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtime", "\"" + setting("app-user") + "\""))
                .target(until)
                .load()
                .migrate();
    }

    private List<String> told(String query) throws SQLException {
        var told = new ArrayList<String>();
        try (var connection = there();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private Connection there() throws SQLException {
        return DriverManager.getConnection(url, setting("user"), setting("password"));
    }

    private String setting(String name) {
        return environment.getRequiredProperty("counterpart.db." + name);
    }
}

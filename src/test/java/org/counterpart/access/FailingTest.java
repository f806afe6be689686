// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.counterpart.CounterpartTest;
import org.counterpart.Superuser;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is open while something does not work.
@CounterpartTest
class FailingTest {
    private static final List<String> NAMES = List.of("Amira", "Dana", "Ezra", "Finn", "Hana");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Superuser superuser;

    @Autowired
    private JdbcClient jdbc;

    private House house;

    @BeforeEach
    void a_house_with_something_behind_every_door() {
        house = new House(port, application);
    }

    /// The whole house was made while no mail could be sent: people were signed up, asked and entrusted with duties.
    @Test
    @Asvs("16.5.2")
    void without_a_mail_server_all_goes_on_and_mail_waits() {
        assertThat(house.visitor("mentor").open("/pairs").says("Dana")).isTrue();
        assertThat(jdbc.sql("select count(*) from mail where body like '%/answers/%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    @Asvs({"16.5.3", "16.5.1"})
    void whatever_table_cannot_be_read_opens_no_door_and_tells_nothing_of_the_inside() throws IOException {
        var owners = List.of("/programmes", house.here("/programmes/{id}/matching"), "/audit", "/duties");
        var stranger = house.visitor(House.STRANGER);
        var mentor = house.visitor("mentor");
        var faults = new TreeMap<String, String>();
        var tables = jdbc.sql("""
                        select tablename from pg_tables where schemaname = 'public' \
                        and tablename not in ('flyway_schema_history', 'scheduled_tasks') order by 1""").query(String.class).list();
        for (var table : tables) {
            superuser.does("alter table %s rename to out_of_reach".formatted(table));
            try {
                for (var path : owners) {
                    for (var visitor : List.of(stranger, mentor)) {
                        var page = visitor.open(path);
                        boolean in = page.status() == 200 && page.path().equals(path) && !path.equals("/duties");
                        if (in || visitor == stranger && NAMES.stream().anyMatch(page::says)) {
                            faults.put(table + " " + path, "opens");
                        }
                        if (page.text().matches("(?is).*(relation|psql|jdbc|exception|out_of_reach|at org\\.).*")) {
                            faults.put(table + " " + path, page.text());
                        }
                    }
                }
            } finally {
                superuser.does("alter table out_of_reach rename to " + table);
            }
        }
        assertThat(tables).contains("account", "person", "pair", "spring_session");
        assertThat(faults).isEmpty();
        assertThat(house.owner.open("/programmes").says("Spring")).isTrue();
    }
}

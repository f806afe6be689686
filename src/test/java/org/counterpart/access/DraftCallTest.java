// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A call that did not open, at every address below it, also where something is behind it already.
@CounterpartTest
class DraftCallTest {
    private static final String NAME = "Pilot that nobody knows of";

    /// Sponsors write theirs before the call opens.
    private static final String NOTE = "/calls/{id}/note";

    /// How owners see what they prepare.
    private static final Set<String> PREVIEWS = Set.of("/calls/{id}", "/calls/{id}/poster", "/calls/{id}/criteria.txt");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final UUID programme = UUID.randomUUID();
    private List<Route> routes;

    @BeforeEach
    void a_draft_with_a_draw_and_an_application() throws IOException {
        routes = Route.all().stream()
                .filter(route -> route.pattern().startsWith("/calls/{id}"))
                .toList();
        programmes.start(new Programme(programme, NAME, 20, SettableClock.START));
        people.save(List.of(Season.person("amira", 1)));
        jdbc.sql("insert into criteria (programme_id, aim, closes_at) values (?, 'Learn', '2027-01-31')")
                .param(programme)
                .update();
        jdbc.sql("insert into draw (programme_id, commitment, committed_at) values (?, repeat('0', 64), ?)")
                .params(programme, Timestamp.from(SettableClock.START))
                .update();
        jdbc.sql("insert into application (programme_id, person_id, saved_at) values (?, 'amira', now())")
                .param(programme)
                .update();
    }

    @Test
    void of_a_call_that_did_not_open_nothing_is_told_anywhere_not_even_its_name() {
        var amira = doors.reader(port, "amira@x.example");

        assertThat(routes).hasSizeGreaterThan(12);
        for (var route : routes) {
            var page = knock(amira, route);
            assertThat(page.status()).describedAs(route.name()).isEqualTo(404);
            assertThat(page.says(NAME)).describedAs(route.name()).isFalse();
        }
        assertThat(amira.open("/calls").says(NAME)).isFalse();
        assertThat(amira.open("/").says(NAME)).isFalse();
    }

    @Test
    void owners_see_how_it_will_look_and_nothing_else() {
        var olga = doors.owner(port);

        for (var route : routes) {
            assertThat(knock(olga, route).status())
                    .describedAs(route.name())
                    .isEqualTo(PREVIEWS.contains(route.pattern()) ? 200 : 404);
        }
    }

    @Test
    void once_it_opened_all_of_it_is_there() {
        jdbc.sql("update criteria set frozen_at = now(), digest = repeat('0', 64)")
                .update();
        var amira = doors.reader(port, "amira@x.example");

        for (var route : routes) {
            if (!route.pattern().startsWith(NOTE)) {
                assertThat(knock(amira, route).status())
                        .describedAs(route.name())
                        .isNotEqualTo(404);
            }
        }
        assertThat(amira.open("/calls").says(NAME)).isTrue();
    }

    private Reader.Page knock(Reader reader, Route route) {
        var address = route.pattern().replace("{id}", programme.toString());
        reader.open("/sign-in");
        return route.method().equals("GET") ? reader.open(address) : reader.press(address);
    }
}

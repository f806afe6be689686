// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.evidence.Asvs;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route refuses with exactly one event, which names the route and who asked.
@CounterpartTest
@Asvs("16.3.2")
class RefusalTests {
    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private JdbcClient jdbc;

    private record Refused(String route, String why, UUID actor) {}

    @BeforeEach
    void somebody_on_the_roster() {
        people.save(List.of(new Person("1", "Noor", "noor@x.example", 1, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void every_page_and_deed_of_a_duty_refused_to_a_participant_leaves_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        for (var method : List.of(RequestMethod.GET, RequestMethod.POST)) {
            for (var route : routes(method, Set.of(Audience.OWNER, Audience.AUDITOR))) {
                var before = refusals().size();
                noor.open("/pairs");
                var path = route.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                var answer = method == RequestMethod.GET ? noor.open(path) : noor.press(path);

                assertThat(answer.status()).describedAs(route).isEqualTo(404);
                assertThat(refusals().subList(before, refusals().size()))
                        .describedAs(route)
                        .containsExactly(
                                new Refused("route:%s %s".formatted(method, route), "NOT_ENTRUSTED", account()));
            }
        }
    }

    @Test
    void every_deed_without_its_token_leaves_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        for (var route : routes(RequestMethod.POST, Set.of(Audience.values()))) {
            var before = refusals().size();
            var path = route.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());

            assertThat(noor.pressWithoutToken(path).status()).describedAs(route).isEqualTo(403);
            assertThat(refusals().subList(before, refusals().size()))
                    .describedAs(route)
                    .containsExactly(new Refused("route:POST " + route, "FORM_NOT_OURS", account()));
        }
    }

    private List<Refused> refusals() {
        return jdbc.sql("select about[1], reason, actor from audit_event where kind = 'ACCESS_REFUSED' order by number")
                .query((row, _) -> new Refused(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    private UUID account() {
        return jdbc.sql("select id from account where person_id = '1'")
                .query(UUID.class)
                .single();
    }

    private Set<String> routes(RequestMethod method, Set<Audience> audiences) {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (route.getMethodsCondition().getMethods().contains(method)
                    && Door.audience(handler) instanceof Audience audience
                    && audiences.contains(audience)) {
                routes.addAll(route.getPatternValues());
            }
        });
        assertThat(routes).isNotEmpty();
        return routes;
    }
}

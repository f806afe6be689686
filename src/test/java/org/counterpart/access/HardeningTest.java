// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What holds of every answer, whoever asks for whatever.
@CounterpartTest
class HardeningTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    private House house;

    @BeforeEach
    void a_house_with_something_behind_every_door() {
        house = new House(port, application);
    }

    @Test
    @Asvs({"3.4.2", "3.4.3", "3.4.6", "3.4.8", "4.1.1", "14.3.2"})
    @Threat(35)
    void every_page_carries_the_headers_that_keep_it_safe_refusals_too() throws IOException {
        for (var who : List.of("owner", "mentor", House.STRANGER)) {
            var visitor = house.visitor(who);
            for (var route : looking()) {
                Headers.checkPrivate(visitor.open(house.here(route.pattern())), who + " at " + route.pattern());
            }
            Headers.checkPrivate(visitor.open("/nowhere"), who);
            Headers.checkPrivate(visitor.open("/programmes/not-an-id"), who);
            Headers.checkPrivate(visitor.press("/nowhere"), who);
            Headers.checkPrivate(visitor.pressWithoutToken("/sign-out"), who);
        }
    }

    @Test
    @Asvs({"3.2.1", "5.4.1", "5.4.2"})
    void what_is_downloaded_has_a_name_of_ours_and_is_no_page() throws IOException {
        var files = looking().stream()
                .map(route -> house.owner.open(house.here(route.pattern())))
                .filter(page -> page.response()
                        .headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .matches("application/zip|application/json|text/csv;charset=UTF-8|text/plain;charset=UTF-8"))
                .toList();

        assertThat(files)
                .isNotEmpty()
                .allMatch(file -> file.response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse("")
                        .matches("attachment; filename=\"[a-z-]+\\.(zip|txt|yaml|json|csv)\""));
    }

    @Test
    @Asvs("3.5.3")
    @Threat(35)
    void looking_changes_nothing() throws IOException {
        for (var who : List.of("owner", "mentor", "auditor", House.STRANGER)) {
            var visitor = house.visitor(who);
            var addresses =
                    looking().stream().map(route -> house.here(route.pattern())).toList();
            var before = contents();
            addresses.forEach(visitor::open);
            var changed = new ArrayList<>(contents());
            changed.removeAll(before);
            assertThat(changed).describedAs(who).isEmpty();
        }
    }

    /// Sessions, challenges of passkeys, limits and the audit log note that somebody looked;
    /// mail is tried again by itself.
    private List<String> contents() {
        var tables = jdbc.sql("""
                        select tablename from pg_tables where schemaname = 'public' and tablename not like 'spring_%' \
                        and tablename not in ('audit_event', 'mail', 'passkey_challenge', 'request_limit', 'flyway_schema_history') order by 1""").query((row, _) -> row.getString(1)).list();
        return tables.stream()
                .map(table -> table + " "
                        + jdbc.sql("select coalesce(sum(hashtext(each::text)::bigint), 0) || ' ' || count(*) from "
                                        + table + " each")
                                .query(String.class)
                                .single())
                .toList();
    }

    @Test
    @Asvs({"4.1.4", "13.4.4"})
    void no_other_method_is_answered() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var route : Route.all()) {
                for (var method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "DEBUG")) {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + house.here(route.pattern())))
                                    .method(method, BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString());
                    assertThat(answer.statusCode())
                            .describedAs(method + " " + route.pattern())
                            .isIn(400, 403, 404, 405, 501);
                    assertThat(answer.body()).doesNotContain("Amira");
                }
            }
        }
    }

    @Test
    @Asvs({"13.4.1", "13.4.2", "13.4.5"})
    void nothing_of_the_inside_is_served() {
        for (var path : List.of(
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/.git/HEAD",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yaml",
                "/h2-console",
                "/css/..%2f..%2fapplication.yaml",
                "/css/../../application.yaml",
                "/fonts/..;/application.yaml")) {
            assertThat(house.owner.open(path).status()).describedAs(path).isIn(400, 404);
        }
    }

    private static List<Route> looking() throws IOException {
        return Route.all().stream()
                .filter(route -> route.method().equals("GET"))
                .toList();
    }
}

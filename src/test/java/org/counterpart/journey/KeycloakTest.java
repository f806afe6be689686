// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.counterpart.Application;
import org.counterpart.TestDatabase;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in at a real Keycloak, in a real browser, and back.
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class KeycloakTest {
    private static final int PORT = Keycloak.freePort();
    private static final Keycloak KEYCLOAK = new Keycloak(PORT);
    private static Chromium chromium;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("counterpart.site.url", () -> "http://localhost:" + PORT);
        settings.add("counterpart.sso.provider.keycloak.name", () -> "Keycloak");
        settings.add("counterpart.sso.provider.keycloak.issuer", () -> KEYCLOAK.issuer);
        settings.add("counterpart.sso.provider.keycloak.client-id", () -> "counterpart");
        settings.add("counterpart.sso.provider.keycloak.client-secret", () -> "a-secret-of-at-least-thirty-two-bytes");
        settings.add("counterpart.sso.provider.keycloak.person-claim", () -> "employee_number");
    }

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        KEYCLOAK.ready();
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
        chromium.close();
    }

    @Test
    void whom_keycloak_knows_by_the_rosters_id_comes_in_and_nobody_else_does() {
        Acting.system(() -> people.save(
                List.of(new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null))));

        try (var amira = chromium.visit(PORT, 320, ColorScheme.DARK)) {
            signIn(amira, "amira");
            assertThat(amira.page).hasURL("http://localhost:%d/pairs".formatted(PORT));
            assertThat(amira.page.locator("body")).containsText("Amira");
            amira.check();
        }
        try (var mallory = chromium.visit(PORT, 1280, ColorScheme.LIGHT)) {
            signIn(mallory, "mallory");
            assertThat(mallory.page.locator("h1")).containsText("Keycloak knows you, Counterpart does not yet");
            mallory.check();
        }
        assertThat(Acting.<List<String>>system(() -> jdbc.sql("select issuer from sign_on")
                        .query(String.class)
                        .list()))
                .containsExactly(KEYCLOAK.issuer);
    }

    private static void signIn(Chromium.Visit visit, String name) {
        visit.open("/sign-in");
        visit.page.locator("a[href='/sign-in/with/keycloak']").click();
        visit.page.locator("#username").fill(name);
        visit.page.locator("#password").fill("correct horse battery");
        visit.page.locator("#kc-login").click();
    }
}

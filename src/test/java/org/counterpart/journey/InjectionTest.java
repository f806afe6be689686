// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterpart.Application;
import org.counterpart.TestDatabase;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// Four hundred scripts in all that an import brings, and a real browser that would run them. `FormsInjectionTest`
/// types them.
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"counterpart.site.url=http://localhost", "counterpart.site.demonstration=true"})
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class InjectionTest extends InChromium {
    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Asvs({"1.2.1", "1.3.7", "3.2.2", "3.6.1"})
    @Threat(24)
    void no_text_that_an_import_brings_runs_as_a_script() {
        assertThat(Set.copyOf(Payloads.all())).hasSize(400);
        Acting.system(this::plant);
        try (var owner = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            var dialogs = new ArrayList<String>();
            var elsewhere = new ArrayList<String>();
            owner.page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            owner.page.onRequest(request -> {
                if (!request.url().startsWith("http://localhost:" + port)) {
                    elsewhere.add(request.url());
                }
            });
            owner.page.navigate("/sign-in");
            owner.page.locator("button[value=owner]").click();
            owner.page.navigate("/programmes");
            owner.page.locator("main h2 a").first().click();
            var programme = owner.page.url();
            owner.page.navigate(programme + "/matching");
            owner.page.locator(".pane--wide form button").first().click();
            for (var path : List.of("/matching", "/pairs", "/decisions", "/import", "")) {
                owner.page.navigate(programme + path);
                check(owner);
            }
            for (var path : List.of("/programmes", "/duties", "/audit", "/privacy", "/mailbox")) {
                owner.page.navigate(path);
                check(owner);
            }
            assertThat(dialogs).isEmpty();
            assertThat(elsewhere).isEmpty();
        }
    }

    private static void check(Chromium.Visit owner) {
        owner.page.waitForLoadState();
        assertThat(owner.page.evaluate("window.ran || 0"))
                .describedAs(owner.page.url())
                .isEqualTo(0);
        assertThat(owner.page
                        .locator("main [onerror], main [onload], main script, main iframe, main svg, main [onfocus]")
                        .count())
                .describedAs(owner.page.url())
                .isZero();
    }

    /// Into everything that is shown: names, departments, sites, offers, wants, reasons, names of programmes.
    private void plant() {
        var payloads = Payloads.all();
        var everyone = new ArrayList<>(people.all().values());
        var signedUp = jdbc.sql("select person_id from sign_up order by person_id")
                .query((row, _) -> row.getString(1))
                .list();
        everyone.sort(java.util.Comparator.comparing(person -> !signedUp.contains(person.id())));
        var marked = new ArrayList<Person>();
        for (int i = 0; i < payloads.size(); i++) {
            var person = everyone.get(i);
            marked.add(new Person(
                    person.id(),
                    payloads.get(i),
                    person.email(),
                    person.level(),
                    payloads.get((i + 1) % payloads.size()),
                    payloads.get((i + 2) % payloads.size()),
                    person.country(),
                    person.timezone(),
                    person.languages(),
                    person.managerId()));
        }
        people.save(marked);
        for (int i = 0; i < signedUp.size(); i++) {
            jdbc.sql("update sign_up set offers = :texts, wants = :texts where person_id = :id")
                    .param("texts", payloads.subList(3 * i, 3 * i + 3).toArray(String[]::new))
                    .param("id", signedUp.get(i))
                    .update();
        }
        jdbc.sql("update programme set name = :name")
                .param("name", payloads.get(100))
                .update();
        jdbc.sql("""
                        insert into decision (programme_id, at, by_account, act, about, reason) \
                        select id, now(), gen_random_uuid(), 'RULES_CHANGED', array[:text], :text from programme""").param("text", payloads.get(7)).update();
    }
}

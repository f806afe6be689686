// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpart.CounterpartTest;
import org.counterpart.Crawl;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Everyone, at every page that links and forms lead them to from where they come in.
@CounterpartTest
class CrawlTest {
    /// There only before the first owner, with a provider, in a demonstration, after something was typed, or ten
    /// minutes
    /// after signing in.
    private static final Set<String> ELSEWHERE = Set.of(
            "GET /set-up/{token}",
            "POST /set-up/{token}",
            "GET /sign-in/with/{id}",
            "GET /sign-in/from/{id}",
            "GET /mailbox",
            "GET /mailbox/{id}",
            "POST /demonstration/entry",
            "POST /erasure",
            "POST /account/confirmation",
            // What a browser sealed comes by a script alone.
            "POST /vault/keys",
            "GET /vault/desk",
            "POST /vault/askings",
            "POST /pairs/{pair}/preparation/space",
            "POST /pairs/{pair}/preparation/epochs",
            "POST /pairs/{pair}/preparation/items",
            "GET /pairs/{pair}/conversation/desk",
            "GET /pairs/{pair}/conversation/items",
            "POST /pairs/{pair}/conversation/space",
            "POST /pairs/{pair}/conversation/epochs",
            "POST /pairs/{pair}/conversation/history",
            "POST /pairs/{pair}/conversation/items",
            "GET /pairs/{pair}/conversation/files/{file}/{number}",
            "POST /pairs/{pair}/conversation/files/{file}/{number}");

    /// What is somebody's alone, as pages are.
    private static final List<String> DOWNLOADS =
            List.of("application/zip", "application/json", "text/csv", "text/plain;charset=UTF-8");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    private House house;
    /// What is wrong, and where it was seen first.
    private final Map<String, String> faults = new TreeMap<>();
    private final Set<String> reached = new TreeSet<>();

    @BeforeEach
    void a_house_with_something_behind_every_door() {
        house = new House(port, application);
        house.isLivedIn();
    }

    @Test
    @Asvs({"3.4.3", "3.5.1", "3.6.1", "8.2.1"})
    @Threat({35, 36})
    void every_link_and_form_leads_somewhere_allowed_to_a_page_that_is_whole() throws IOException {
        var signInLink = house.signInLink("cleo@x.example");
        for (var who : House.visitors().keySet()) {
            var starts = new ArrayList<>(List.of("/", "/sign-in", "/sign-in/sent", "/privacy/erased"));
            starts.add(house.here("/answers/{token}"));
            starts.add(house.here("/consultations/{token}"));
            starts.add("/consultation/thanks");
            starts.add(signInLink);
            if (!who.equals(House.STRANGER)) {
                starts.add("/duties");
            }
            if (who.equals("owner")) {
                starts.add(house.here("/programmes/{id}/import/{draft}"));
            }
            for (var seen : Crawl.of(house.visitor(who), starts)) {
                look(who, seen);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(Route.all().stream()
                        .map(Route::name)
                        .filter(name -> !ELSEWHERE.contains(name) && !reached.contains(name)))
                .describedAs("nobody gets there")
                .isEmpty();
    }

    private void look(String who, Crawl.Seen seen) throws IOException {
        var place = "%s at %s".formatted(who, seen.address());
        if (seen.page().status() != 200) {
            faults.putIfAbsent("answers " + seen.page().status(), place);
        }
        if (!seen.isPage() && DOWNLOADS.stream().noneMatch(seen.type()::startsWith)) {
            Headers.check(seen.page(), place);
            return;
        }
        Headers.checkPrivate(seen.page(), place);
        var route = Route.of("GET", seen.page().path());
        for (var path : List.of(seen.page().path(), seen.address().replaceFirst("[?].*", ""))) {
            Route.of("GET", path).ifPresent(each -> reached.add(each.name()));
        }
        if (route.filter(each -> each.admits(who)).isEmpty()) {
            faults.putIfAbsent("is not theirs: " + seen.page().path(), place);
        }
        if (seen.isPage()) {
            Markup.faults(seen.html()).forEach(fault -> faults.putIfAbsent(fault, place));
            for (var form : seen.unsafeForms()) {
                check(who, form, place);
            }
        }
    }

    private void check(String who, FormElement form, String place) throws IOException {
        var action = form.attr("action");
        var route = Route.of("POST", action);
        route.ifPresent(each -> reached.add(each.name()));
        if (route.filter(each -> each.admits(who)).isEmpty()) {
            faults.putIfAbsent("a form for somebody else: " + action, place);
        }
    }
}

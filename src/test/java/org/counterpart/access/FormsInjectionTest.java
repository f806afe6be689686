// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Crawl;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.identity.passkey.SettingUp;
import org.counterpart.journey.Chromium;
import org.counterpart.journey.Payloads;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Four hundred scripts in every field that anybody types into, ten in every other one, by whoever is shown the form.
/// Every answer is read as a browser reads it, and in the end a real one looks at what was kept.
@CounterpartTest
class FormsInjectionTest {
    private static final List<String> PAYLOADS = Payloads.all();

    /// One after the other in one text: whatever one of them does not end goes on to the next.
    private static final List<String> MANY = IntStream.range(0, PAYLOADS.size() / 20)
            .mapToObj(each -> String.join(" ", PAYLOADS.subList(20 * each, 20 * each + 20)))
            .toList();

    /// Every way to begin, and every place.
    private static final List<String> SOME = IntStream.range(0, 40)
            .mapToObj(way -> PAYLOADS.get(way % 10 * 40 + way))
            .toList();

    private static final int ALONE = 10;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SettableClock clock;

    private final Map<String, String> faults = new TreeMap<>();
    private final Set<String> filled = new TreeSet<>();
    private int next;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    @Asvs({"1.2.1", "1.3.7", "3.2.2", "3.6.1"})
    @Threat(24)
    void no_text_that_anybody_types_runs_as_a_script() throws IOException {
        var house = new House(port, application);
        house.isLivedIn();
        var visitors = new LinkedHashMap<String, Reader>();
        House.visitors().keySet().stream()
                .filter(who -> !who.equals(House.STRANGER))
                .forEach(who -> visitors.put(who, house.visitor(who)));
        var answer = house.here("/answers/{token}");
        for (var visitor : visitors.values()) {
            fill(visitor, List.of("/", "/sign-in", answer));
        }
        assertThat(filled)
                .contains("POST /programmes name", "POST /duties reason", "POST /programmes/{id}/matching/runs reason");
        visitors.values().forEach(this::look);
        var stranger = new Reader(port);
        fill(stranger, List.of("/"));
        look(stranger);

        assertThat(filled).contains("POST /sign-in email");
        assertThat(faults).isEmpty();
    }

    @Test
    @Asvs({"1.2.1", "3.2.2"})
    @Threat(24)
    void nor_does_what_the_first_owner_types() throws IOException {
        var link = "/set-up/" + application.getBean(SettingUp.class).issue().text();
        fill(new Reader(port), List.of(link));

        assertThat(filled).contains("POST /set-up/{token} name", "POST /set-up/{token} email");
        assertThat(faults).isEmpty();
    }

    private void fill(Reader visitor, List<String> starts) throws IOException {
        for (var seen : Crawl.of(visitor, starts, 4)) {
            for (var form : seen.html().forms()) {
                fill(visitor, seen.address(), form);
            }
        }
    }

    /// All that is typed at once with every payload, so that a page shows it again, long ones and such as are short
    /// enough; and each field alone with ten, the next field with the next ten, among others that are good, so that
    /// it is kept where it can be.
    private void fill(Reader visitor, String address, FormElement form) throws IOException {
        var method = Crawl.asks(form) ? "GET" : "POST";
        var route = Route.of(method, form.attr("action"))
                .orElseThrow(() -> new AssertionError(address + " has a form to " + form.attr("action")));
        var filling = new Filling(form);
        visitor.open(address);
        if (!filling.typed().isEmpty() && filled.add(route.name() + " " + filling.typed())) {
            MANY.forEach(payloads -> send(visitor, form, filling.with(filling.typed(), payloads), route.name()));
            SOME.forEach(payload -> send(visitor, form, filling.with(filling.typed(), payload), route.name()));
        }
        for (var name : filling.names()) {
            if (filled.add(route.name() + " " + name)) {
                for (int each = 0; each < ALONE; each++) {
                    // One place and one way on each time, and in the end every way in every place (41 and 400 share no
                    // divisor).
                    next = (next + 41) % PAYLOADS.size();
                    var payload = PAYLOADS.get(next);
                    send(visitor, form, filling.with(Set.of(name), payload), route.name() + " " + name);
                }
            }
        }
    }

    /// A limit that is reached is waited out.
    private void send(Reader visitor, FormElement form, String[] fields, String place) {
        var action = form.attr("action");
        var page = Crawl.asks(form) ? visitor.ask(action, fields) : visitor.press(action, fields);
        if (page.status() == 429) {
            clock.pass(Duration.ofMinutes(10));
            page = visitor.press(action, fields);
        }
        if (page.status() >= 500) {
            faults.putIfAbsent("answers " + page.status(), place);
        }
        Markup.faults(Crawl.seen(action, page).html()).forEach(fault -> faults.putIfAbsent(fault, place));
    }

    /// At the pages that somebody reaches, with a browser that would run what stands there.
    private void look(Reader visitor) {
        var addresses = new HashSet<String>();
        Crawl.of(visitor, List.of("/"), 4).stream()
                .filter(Crawl.Seen::isPage)
                .forEach(seen -> addresses.add(seen.address()));
        try (var visit = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            visit.carryOn(visitor.cookies());
            visit.page.onDialog(dialog -> {
                faults.putIfAbsent("dialog " + dialog.message(), visit.page.url());
                dialog.dismiss();
            });
            visit.page.onRequest(request -> {
                if (!request.url().startsWith("http://localhost:" + port)) {
                    faults.putIfAbsent("asks " + request.url(), visit.page.url());
                }
            });
            for (var address : addresses) {
                visit.page.navigate(address);
                assertThat(visit.page.evaluate("window.ran || 0"))
                        .describedAs(address)
                        .isEqualTo(0);
            }
        }
    }
}

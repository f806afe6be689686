// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@CounterpartTest
class AccessTests {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @BeforeEach
    void somebody_on_the_roster() {
        people.save(List.of(new Person("1", "Noor", "noor@x.example", 1, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    @Asvs("8.2.1")
    void every_route_says_who_may_call_it() {
        mapping.getHandlerMethods()
                .forEach((route, handler) -> assertThat(Door.audience(handler))
                        .describedAs(route.toString())
                        .isNotNull());
    }

    @Test
    @Asvs("3.5.1")
    @Threat(35)
    void no_form_is_taken_without_its_token() {
        var owner = doors.owner(port);
        for (var route : routes(RequestMethod.POST, Audience.values())) {
            assertThat(owner.pressWithoutToken(route).status())
                    .describedAs(route)
                    .isEqualTo(403);
        }
    }

    @Test
    @Asvs("3.5.8")
    @Threat(35)
    void no_form_is_taken_from_another_site_even_with_its_token() {
        var owner = doors.owner(port);
        owner.open("/programmes");
        for (var route : routes(RequestMethod.POST, Audience.values())) {
            assertThat(owner.pressFrom("cross-site", route).status())
                    .describedAs(route)
                    .isEqualTo(403);
        }
    }

    @Test
    void every_answer_carries_the_headers_that_keep_it_safe() {
        for (var path : List.of("/sign-in", "/programmes", "/nowhere", "/css/base.css")) {
            var headers = new Reader(port).open(path).response().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .describedAs(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        }
    }

    @Test
    void only_pages_that_ask_for_a_passkey_allow_a_script_and_only_ours() {
        var policy = "Content-Security-Policy";
        assertThat(new Reader(port).open("/sign-in").response().headers().firstValue(policy))
                .contains(SecurityHeaders.POLICY_WITH_SCRIPT);
        for (var path : List.of("/sign-in/sent", "/nowhere", "/js/passkey.js")) {
            assertThat(new Reader(port).open(path).response().headers().allValues(policy))
                    .describedAs(path)
                    .containsExactly(SecurityHeaders.POLICY);
        }
        var written = new Reader(port).open("/js/passkey.js").text();
        assertThat(written).contains("navigator.credentials").doesNotContain("innerHTML", "eval(", "fetch(");
        assertThat(new Reader(port).open("/js/saving.js").text())
                .contains("fetch(form.action,")
                .doesNotContain("innerHTML", "eval(", "http");
    }

    @Test
    @Asvs("7.4.2")
    @Threat(20)
    void someone_who_left_the_roster_is_out_at_the_next_page() {
        var participant = doors.reader(port, "noor@x.example");
        assertThat(participant.open("/pairs").path()).isEqualTo("/pairs");

        people.save(List.of(new Person("1", "Noor", null, 1, null, null, null, null, Set.of("en"), null)));

        assertThat(participant.open("/pairs").path()).isEqualTo("/sign-in");
    }

    private Set<String> routes(RequestMethod method, Audience... audiences) {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (route.getMethodsCondition().getMethods().contains(method)
                    && Set.of(audiences).contains(Door.audience(handler))) {
                route.getPatternValues().forEach(pattern -> routes.add(pattern.replaceAll("\\{[^}]*}", NOBODY)));
            }
        });
        assertThat(routes)
                .describedAs("%s %s", HttpMethod.valueOf(method.name()), List.of(audiences))
                .isNotEmpty();
        return routes;
    }
}

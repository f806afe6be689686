// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.CounterpartTest;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route × everyone × {theirs, another's, another programme's}, against docs/access.md.
@CounterpartTest
class AccessMatrixTest {
    /// Whose duties reach what is of any programme.
    private static final Set<String> EVERYWHERE = Set.of("owner", "sponsor");

    private static final List<String> NAMES = List.of("Amira", "Dana", "Bo ", "Gil", "Hana", "Iris");

    /// Where something else than a link decides what is shown.
    private static final List<String> FOR_ANYONE_WHATEVER_THE_LINK = List.of("/sign-in/link/{token}");

    /// Of every programme alike, once its call opened: each shows whoever asks what is for everyone, and their own.
    private static final String A_CALL = "/calls/{id}";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    private House house;

    @BeforeEach
    void a_house_with_something_behind_every_door() {
        house = new House(port, application);
    }

    @Test
    @Asvs("8.2.1")
    void every_route_is_in_the_table_and_no_other() throws IOException {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues()
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));

        assertThat(Route.all().stream().map(Route::name)).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    @Asvs("6.4.6")
    void no_duty_reaches_how_somebody_else_signs_in() throws IOException {
        var ways = Route.all().stream()
                .filter(route -> route.pattern().matches("/(account|sign-in|sign-out|sign-on|set-up)(/.*)?"))
                .toList();

        assertThat(ways).hasSizeGreaterThan(10).noneMatch(route -> route.who().contains("owner"));
        assertThat(Route.all()).noneMatch(route -> route.pattern().contains("password"));
        var theirs = house.here("/account/passkeys/{passkey}/removal");
        var before = house.passkeys();
        house.owner.open("/account/passkeys");
        assertThat(house.owner.press(theirs).status()).isEqualTo(404);
        assertThat(house.passkeys()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("visitors")
    @Asvs({"8.2.1", "8.2.2", "8.4.1", "4.1.4"})
    @Threat(36)
    void everyone_gets_in_where_the_table_says_and_nowhere_else(String who) throws IOException {
        var visitor = house.visitor(who);
        for (var route : Route.all()) {
            boolean bound = route.pattern().contains("{");
            knock(visitor, who, route, house.here(route.pattern()), allowed(who, route));
            if (bound && !route.pattern().startsWith("/duties")) {
                knock(visitor, who, route, house.elsewhere(route.pattern()), allowedElsewhere(who, route));
            }
            if (route.pattern().matches(".*\\{id}.*\\{(run|draft)}.*")) {
                mixUp(visitor, who, route);
            }
        }
    }

    private static Stream<String> visitors() {
        return House.visitors().keySet().stream().sorted();
    }

    private static boolean allowed(String who, Route route) {
        return route.who().contains("anyone")
                || route.who().contains("token")
                || route.who().contains(who)
                || route.who().contains("auditor") && who.equals("auditor of every programme")
                || route.who().contains("auditor")
                        && who.startsWith("auditor")
                        && !route.pattern().contains("{")
                || route.who().contains("self") && who.equals("mentor")
                || route.who().contains("signed in") && !who.equals(House.STRANGER);
    }

    private static boolean allowedElsewhere(String who, Route route) {
        return FOR_ANYONE_WHATEVER_THE_LINK.contains(route.pattern())
                || route.pattern().startsWith(A_CALL) && allowed(who, route)
                || route.who().contains(who) && EVERYWHERE.contains(who)
                || route.who().contains("auditor") && who.startsWith("auditor of ")
                || route.who().contains("mentee") && who.equals("mentee of the other programme");
    }

    private void knock(Reader visitor, String who, Route route, String address, boolean allowed) {
        var signIn = visitor.open("/sign-in");
        assertThat(signIn.status()).isEqualTo(200);
        var page = route.method().equals("GET") ? visitor.open(address) : visitor.press(address, fields(route));
        var place = "%s at %s: %d %s".formatted(who, address, page.status(), page.path());
        if (who.startsWith("auditor") && address.equals("/audit")) {
            assertThat(page.text()).describedAs(place).contains("Olga Owner").doesNotContain(NAMES);
        }
        if (allowed) {
            assertThat(page.status()).describedAs(place).isNotIn(403, 404, 405, 500);
            assertThat(route.who().contains("anyone") || !page.path().equals("/sign-in"))
                    .describedAs(place)
                    .isTrue();
        } else {
            boolean asked = who.equals(House.STRANGER) && page.path().equals("/sign-in");
            assertThat(asked || page.status() == 404).describedAs(place).isTrue();
            assertThat(NAMES.stream().filter(name -> !isOwn(name, who)).anyMatch(withoutTokens(page)::contains))
                    .describedAs(place)
                    .isFalse();
        }
    }

    /// What is of one programme is not there at the address of another. Whoever presses a button for what is not there
    /// is led back, and nothing happens.
    private void mixUp(Reader visitor, String who, Route route) {
        var address = house.mixedUp(route.pattern());
        if (route.method().equals("POST") && who.equals("owner")) {
            var before = house.everything();
            visitor.open("/sign-in");
            visitor.press(address, "reason", "Mixed up");
            assertThat(house.everything()).describedAs(address).isEqualTo(before);
        } else {
            knock(visitor, who, route, address, false);
        }
    }

    private static String withoutTokens(Reader.Page page) {
        return page.text().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static boolean isOwn(String name, String who) {
        return House.visitors().get(who).startsWith(name.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /// What the form of a page would send, where nothing would be asked for otherwise.
    /// Bytes such as a browser seals.
    private static String sealed(int size) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[size]);
    }

    private static String[] fields(Route route) {
        return switch (route.pattern()) {
            case "/pairs/{pair}/answer", "/answers/{token}" -> new String[] {"answer", "ACCEPTED"};
            case "/pairs/{pair}/preparation/space", "/pairs/{pair}/conversation/space" ->
                new String[] {
                    "space",
                    UUID.randomUUID().toString(),
                    "epoch",
                    "1",
                    "heads",
                    sealed(32),
                    "member",
                    UUID.randomUUID().toString(),
                    "given",
                    sealed(144)
                };
            case "/pairs/{pair}/preparation/epochs",
                    "/pairs/{pair}/conversation/epochs",
                    "/pairs/{pair}/conversation/history" ->
                new String[] {
                    "epoch",
                    "2",
                    "heads",
                    sealed(32),
                    "member",
                    UUID.randomUUID().toString(),
                    "given",
                    sealed(144)
                };
            case "/pairs/{pair}/preparation/items", "/pairs/{pair}/conversation/items" ->
                new String[] {
                    "id",
                    UUID.randomUUID().toString(),
                    "epoch",
                    "1",
                    "sequence",
                    "1",
                    "previous",
                    sealed(32),
                    "sealed",
                    sealed(349)
                };
            case "/pairs/{pair}/conversation/files/{file}/{number}" -> new String[] {"sealed", sealed(4112)};
            case "/vault/askings" -> new String[] {"holder", UUID.randomUUID().toString(), "key", sealed(32)};
            case "/vault/keys" ->
                new String[] {
                    "member",
                    UUID.randomUUID().toString(),
                    "anew",
                    "true",
                    "entry",
                    sealed(251),
                    "holderId",
                    UUID.randomUUID().toString(),
                    "holderKind",
                    "DEVICE",
                    "holderKey",
                    sealed(32),
                    "holderWrapped",
                    sealed(112)
                };
            case "/theme" -> new String[] {"theme", "dark"};
            case "/set-up/{token}" -> new String[] {"name", "Eve", "email", "eve@x.example"};
            case "/demonstration/entry" -> new String[] {"as", "owner"};
            case "/account/passkeys/{passkey}/name" -> new String[] {"name", "Phone"};
            case "/sign-in" -> new String[] {"email", "nobody@x.example"};
            default -> new String[0];
        };
    }
}

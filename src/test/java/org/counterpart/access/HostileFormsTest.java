// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpart.CounterpartTest;
import org.counterpart.Crawl;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every form of an owner, of a mentor and of somebody with a duty to confirm, sent with what no browser would send.
@CounterpartTest
class HostileFormsTest {
    private static final List<String> WHO = List.of("owner", "mentor", "named");
    private static final String NONE_OF_THEM = "NO-SUCH-THING";

    private static final Set<String> TYPES = Set.of("hidden", "radio");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Form> forms = new LinkedHashMap<>();

    /// The names in all forms of a route, which may be on several pages.
    private final Map<String, Set<String>> shown = new HashMap<>();

    private record Form(Reader visitor, String address, FormElement html, Filling filling) {}

    @BeforeEach
    void everybody_reaches_their_forms() throws IOException {
        var house = new House(port, application);
        house.isLivedIn();
        for (var who : WHO) {
            var visitor = house.visitor(who);
            var starts = new ArrayList<>(List.of("/", "/sign-in", house.here("/answers/{token}")));
            if (visitor == house.owner) {
                // Where results can be published.
                starts.add(house.here("/programmes/{id}/results"));
                // Asks for a reason, because there is a run already.
                starts.add(house.here("/programmes/{id}/matching"));
            }
            for (var seen : Crawl.of(visitor, starts, 4)) {
                for (var html : seen.unsafeForms()) {
                    var route = Route.of("POST", html.attr("action")).orElseThrow();
                    shown.computeIfAbsent(route.name(), _ -> new HashSet<>())
                            .addAll(html.select("[name]").eachAttr("name"));
                    forms.putIfAbsent(route.name(), new Form(visitor, seen.address(), html, new Filling(html)));
                }
            }
        }
        assertThat(forms.keySet()).hasSizeGreaterThan(25);
    }

    @Test
    @Asvs("2.2.2")
    void what_no_form_offers_and_ten_thousand_characters_are_refused_and_change_nothing() {
        var faults = new TreeMap<String, String>();
        forms.forEach((route, form) -> {
            for (var name : form.filling.names()) {
                for (var value : values(form, name)) {
                    var before = contents();
                    var page = send(form, form.filling.with(Set.of(name), value));
                    var place = "%s %s=%s".formatted(route, name, value.substring(0, Math.min(20, value.length())));
                    if (page.status() >= 500) {
                        faults.put(place, "answers " + page.status());
                    }
                    var after = contents();
                    if (!after.equals(before)) {
                        after.removeAll(before);
                        faults.put(place, "answers " + page.status() + " and changes " + after);
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    @Asvs("2.2.2")
    void no_field_at_all_and_every_field_twice_are_answered_by_a_page() {
        var faults = new TreeMap<String, Integer>();
        forms.forEach((route, form) -> {
            var twice = new ArrayList<>(List.of(form.filling.with(Set.of(), "")));
            twice.addAll(List.copyOf(twice));
            for (var fields : List.of(new String[0], twice.toArray(String[]::new))) {
                var page = send(form, fields);
                if (page.status() >= 500) {
                    faults.put(route + " with " + fields.length / 2 + " fields", page.status());
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    @Asvs("15.3.3")
    void a_form_sets_what_it_shows_and_nothing_else() {
        var faults = new TreeMap<String, Set<String>>();
        var seen = new HashSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var pattern : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods()) {
                    var route = method + " " + pattern;
                    var wholes = new TreeSet<String>();
                    var read = new TreeSet<String>();
                    for (var parameter : handler.getMethod().getParameters()) {
                        if (isWhole(parameter)) {
                            wholes.add(parameter.getName());
                        } else if (parameter.isAnnotationPresent(RequestParam.class)
                                && !Map.class.isAssignableFrom(parameter.getType())) {
                            read.add(parameter.getName());
                        }
                    }
                    if (!wholes.isEmpty()) {
                        faults.put(route + " is filled from whatever is sent", wholes);
                    }
                    if (forms.containsKey(route)) {
                        seen.add(route);
                        read.removeAll(shown.getOrDefault(route, Set.of()));
                        if (!read.isEmpty()) {
                            faults.put(route + " reads what its form does not show", read);
                        }
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(forms.keySet());
    }

    /// Spring fills any type of ours from all that is sent, unless it is told otherwise.
    private static boolean isWhole(Parameter parameter) {
        return parameter.isAnnotationPresent(ModelAttribute.class)
                || parameter.getAnnotations().length == 0
                        && parameter.getType().getName().startsWith("org.counterpart.")
                        && !parameter.getType().isEnum();
    }

    private static List<String> values(Form form, String name) {
        var field = form.html.select("[name=" + name + "]").first();
        if (field == null) {
            return List.of();
        }
        if (form.filling.typed().contains(name) || field.tagName().equals("textarea")) {
            return List.of("x".repeat(10_000));
        }
        boolean chosen = field.tagName().equals("select")
                || field.tagName().equals("button")
                || TYPES.contains(field.attr("type"));
        return switch (field.attr("type")) {
            case "number", "date", "datetime-local", "time" -> List.of("-1", "99999999999999999999", NONE_OF_THEM);
            default -> chosen ? List.of(NONE_OF_THEM, "-1") : List.of();
        };
    }

    private static Reader.Page send(Form form, String... fields) {
        form.visitor.open(form.address);
        return form.visitor.press(form.html.attr("action"), fields);
    }

    /// All that is kept, but for what notes that somebody asked.
    private List<String> contents() {
        var found = new HashMap<String, String>();
        jdbc.sql("""
                        select tablename, (xpath('/row/it/text()', query_to_xml(format('select count(*) || '' '' \
                        || coalesce(sum(hashtext(each::text)::bigint), 0) as it from %I each', tablename), false, true, '')))[1]::text as it \
                        from pg_tables where schemaname = 'public' and tablename not like 'spring_%' and tablename not in \
                        ('audit_event', 'mail', 'passkey_challenge', 'request_limit', 'flyway_schema_history')""")
                .query((row, _) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return new ArrayList<>(found.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterpart.Crawl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What is wrong with a page as a browser gets it.
final class Markup {
    private final Document html;
    private final List<String> faults = new ArrayList<>();

    private Markup(Document html) {
        this.html = html;
    }

    static List<String> faults(Document html) {
        var markup = new Markup(html);
        markup.forms();
        markup.ids();
        markup.fields();
        markup.elsewhere();
        markup.scripts();
        return markup.faults;
    }

    /// A token goes with whatever changes something, and never into an address.
    private void forms() {
        for (var form : html.select("form")) {
            int tokens = form.select("input[type=hidden][name=_csrf]:not([value=''])")
                    .size();
            if (tokens != (Crawl.asks(form) ? 0 : 1)) {
                faults.add("%d tokens: %s".formatted(tokens, form.attr("action")));
            }
        }
    }

    private void ids() {
        var ids = html.select("[id]").eachAttr("id");
        ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .forEach(id -> faults.add("twice: #" + id));
        for (var attribute : List.of("for", "aria-describedby", "aria-labelledby", "list")) {
            html.select("[" + attribute + "]").stream()
                    .flatMap(each -> Stream.of(each.attr(attribute).split(" ")))
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> faults.add("%s of nothing: %s".formatted(attribute, id)));
        }
        html.select("a[href^=#]").stream()
                .map(link -> link.attr("href").substring(1))
                .filter(id -> !ids.contains(id))
                .forEach(id -> faults.add("leads to nothing: #" + id));
    }

    private void fields() {
        html.select("input:not([type=hidden]), select, textarea").stream()
                .filter(field -> label(field).isBlank())
                .forEach(field -> faults.add("no label: " + field));
        html.select("button, a").stream()
                .filter(each -> each.text().isBlank())
                .forEach(each -> faults.add("no words: " + each));
    }

    private String label(Element field) {
        var around = field.closest("label");
        return around != null
                ? around.text()
                : field.id().isEmpty()
                        ? field.attr("aria-label")
                        : html.select("label[for='%s']".formatted(field.id())).text();
    }

    private void elsewhere() {
        for (var attribute : List.of("href", "src", "action", "formaction")) {
            html.select("[" + attribute + "]").stream()
                    .map(each -> each.attr(attribute))
                    .filter(address -> !address.matches("/(?!/).*|#.+|mailto:[^?]+"))
                    .forEach(address -> faults.add("leads elsewhere: " + address));
        }
    }

    /// The policy of our pages would stop them.
    private void scripts() {
        html.select("[style], style, script:not([src]), iframe, object, embed, base, meta[http-equiv]")
                .forEach(each -> faults.add("not allowed: " + each));
        html.getAllElements().stream()
                .flatMap(each -> each.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().startsWith("on"))
                .forEach(attribute -> faults.add("not allowed: " + attribute));
    }
}

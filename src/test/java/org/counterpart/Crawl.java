// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// All that somebody reaches by pressing what they see: every link, and every form that only asks.
public final class Crawl {
    private final Reader reader;
    private final int alike;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final HashSet<String> known = new HashSet<>();
    private final HashMap<String, Integer> shapes = new HashMap<>();

    private Crawl(Reader reader, int alike) {
        this.reader = reader;
        this.alike = alike;
    }

    /// A page and where it was asked for. What is no page, such as a file, has an empty document.
    public record Seen(String address, Reader.Page page, Document html) {
        public boolean isPage() {
            return type().startsWith("text/html");
        }

        public String type() {
            return page.response().headers().firstValue("Content-Type").orElse("");
        }

        /// Every form of the page that changes something.
        public List<FormElement> unsafeForms() {
            return html.forms().stream().filter(form -> !asks(form)).toList();
        }
    }

    public static List<Seen> of(Reader reader, Collection<String> starts) {
        return new Crawl(reader, Integer.MAX_VALUE).all(starts);
    }

    /// @param alike so many pages at most that differ only in what they are of
    public static List<Seen> of(Reader reader, Collection<String> starts, int alike) {
        return new Crawl(reader, alike).all(starts);
    }

    public static Seen seen(String address, Reader.Page page) {
        return new Seen(address, page, Jsoup.parse(page.text(), "http://localhost" + page.path()));
    }

    /// Whether the form changes nothing.
    public static boolean asks(Element form) {
        return !form.attr("method").equalsIgnoreCase("post");
    }

    private List<Seen> all(Collection<String> starts) {
        var all = new ArrayList<Seen>();
        starts.forEach(this::add);
        while (!ahead.isEmpty()) {
            var address = ahead.poll();
            var seen = seen(address, reader.open(address));
            all.add(seen);
            if (seen.isPage()) {
                leads(seen.html()).forEach(this::add);
            }
        }
        return all;
    }

    private void add(String address) {
        var shape = address.replaceAll("[0-9a-f-]{36}|=[^&]*", "=");
        if (known.add(address) && shapes.merge(shape, 1, Integer::sum) <= alike) {
            ahead.add(address);
        }
    }

    /// Where a page leads on this site.
    private static Stream<String> leads(Document html) {
        var links = html.select("a[href], link[href]").stream().map(link -> link.attr("href"));
        var files = html.select("[src]").stream().map(file -> file.attr("src"));
        var questions = html.forms().stream().filter(Crawl::asks).flatMap(Crawl::questions);
        return Stream.of(links, files, questions)
                .flatMap(each -> each)
                .filter(address -> address.startsWith("/"))
                .map(address -> address.replaceFirst("#.*", ""));
    }

    /// What a form asks as it stands, once for each button.
    private static Stream<String> questions(FormElement form) {
        var fields = new ArrayList<String>();
        for (KeyVal field : form.formData()) {
            fields.add(pair(field.key(), field.value()));
        }
        return form.select("button").stream()
                .map(button -> button.hasAttr("name")
                        ? Stream.concat(fields.stream(), Stream.of(pair(button.attr("name"), button.attr("value"))))
                        : fields.stream())
                .map(each -> form.attr("action") + "?" + each.collect(Collectors.joining("&")));
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

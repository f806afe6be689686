// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

/// The result as one page that needs nothing else: no script, no network, light and dark, narrow and wide.
final class Report {
    private static final String STYLE = """
            :root{color-scheme:light dark;--canvas:light-dark(#FBFAF7,#15191A);--ink:light-dark(#1E2422,#ECEAE4);
            --muted:light-dark(#565D59,#AEB3AD);--line:light-dark(#DDD9CF,#333A3B);--positive:light-dark(#1B6B3A,#9BE0AF)}
            body{margin:0 auto;max-width:72rem;padding:2rem 1rem;background:var(--canvas);color:var(--ink);
            font:1.0625rem/1.5 system-ui,sans-serif}
            h1{font:2.0625rem/1.15 Georgia,serif}h2{font-size:1.3125rem;margin-top:2rem}
            dl{display:flex;flex-wrap:wrap;gap:1rem 3rem}dt{color:var(--muted);font-size:.9375rem}
            dd{margin:0;font-size:1.625rem;font-variant-numeric:tabular-nums}
            .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--muted)}
            th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}strong{color:var(--positive);font-weight:600}
            code{font-size:.9375rem}""";

    private final Certified certified;
    private final Instance instance;
    private final Told told;

    Report(Certified certified, Told told) {
        this.certified = certified;
        this.instance = certified.instance();
        this.told = told;
    }

    String html() {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Matching result</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Matching result</h1>\n");
        figures(page);
        told.summary().forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        pairs(page);
        leftOut(page);
        page.append(
                        "<h2>Check it yourself</h2>\n<p><code>counterpart verify</code> reads this folder and proves, without the ")
                .append(
                        "code that found these pairs, that no other choice serves more people, has a better worst-off pair or a ")
                .append(
                        "higher total. Every candidate pair is in <code>edges.csv</code>, so any other solver can be asked as well.</p>\n")
                .append("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private void figures(StringBuilder page) {
        var objective = certified.objective();
        page.append("<p><strong>Optimal.</strong> The proof is in <code>certificate.json</code>.</p>\n<dl>\n");
        figure(page, "Pairs", Integer.toString(objective.pairs()));
        figure(page, "Worst-off pair", amount(objective.worst()));
        figure(page, "Total benefit", amount(objective.total()));
        figure(page, "Left out", Integer.toString(told.unmatched().size()));
        page.append("</dl>\n");
    }

    private void figure(StringBuilder page, String label, String value) {
        page.append("<div><dt>").append(label).append("</dt><dd>").append(value).append("</dd></div>\n");
    }

    private void pairs(StringBuilder page) {
        page.append("<h2>Pairs</h2>\n");
        if (certified.edges().length == 0) {
            page.append("<p>No pair is possible. The reasons are below, person by person.</p>\n");
            return;
        }
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Pairs\">\n<table>\n")
                .append(
                        "<caption>Mentor and mentee, with the benefit to both</caption>\n<thead><tr><th scope=\"col\">Mentor</th>")
                .append(
                        "<th scope=\"col\">Mentee</th><th scope=\"col\" class=\"n\">Benefit</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
        for (int edge : certified.edges()) {
            page.append("<tr><td>")
                    .append(escaped(told.name().apply(instance.mentor()[edge])))
                    .append("</td><td>")
                    .append(escaped(told.name().apply(instance.mentee()[edge])))
                    .append("</td><td class=\"n\">")
                    .append(amount(instance.benefit()[edge]))
                    .append("</td><td>")
                    .append(escaped(told.reason().apply(edge)))
                    .append("</td></tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n");
    }

    private void leftOut(StringBuilder page) {
        page.append("<h2>Left out</h2>\n");
        if (told.unmatched().isEmpty()) {
            page.append("<p>Nobody: everyone is in a pair.</p>\n");
            return;
        }
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Left out\">\n<table>\n")
                .append("<caption>People in no pair, and why</caption>\n<thead><tr><th scope=\"col\">Person</th>")
                .append("<th scope=\"col\">Role</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
        told.unmatched()
                .forEach(each -> page.append("<tr><td>")
                        .append(escaped(told.name().apply(each.person())))
                        .append("</td><td>")
                        .append(each.role())
                        .append("</td><td>")
                        .append(escaped(each.reason()))
                        .append("</td></tr>\n"));
        page.append("</tbody>\n</table>\n</div>\n");
    }

    private String amount(long units) {
        return instance.decimal(units).toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.List;
import org.counterpart.matching.fairness.Section;
import org.counterpart.web.Words;

/// The result as a page to read, all in one file, in words and amounts that are ready to be shown. Of many pairs and
/// many people left out the first [#MOST_SHOWN] are; the page says so, and where all of them are.
public record Report(
        Words words,
        String verdict,
        int pairsMade,
        int peopleLeftOut,
        String worst,
        String total,
        List<String> summary,
        List<Pair> pairs,
        List<LeftOut> leftOut,
        List<Section> fairness) {
    static final int MOST_SHOWN = 1_000;

    public record Pair(String mentor, String mentee, String benefit, String why) {}

    public record LeftOut(String person, String role, String why) {}

    static Report of(Certified certified, Told told) {
        var instance = certified.instance();
        return new Report(
                told.words(),
                verdict(certified),
                certified.edges().length,
                told.unmatched().size(),
                instance.decimal(certified.objective().worst()).toPlainString(),
                instance.decimal(certified.objective().total()).toPlainString(),
                told.summary(),
                Arrays.stream(certified.edges())
                        .limit(MOST_SHOWN)
                        .mapToObj(edge -> new Pair(
                                told.name().apply(instance.edges().mentor(edge)),
                                told.name().apply(instance.edges().mentee(edge)),
                                instance.decimal(instance.edges().benefit(edge)).toPlainString(),
                                told.reason().apply(edge)))
                        .toList(),
                told.unmatched().stream()
                        .limit(MOST_SHOWN)
                        .map(each -> new LeftOut(told.name().apply(each.person()), each.role(), each.reason()))
                        .toList(),
                told.fairness());
    }

    private static String verdict(Certified certified) {
        boolean chosen = certified.instance().unweighed() > 0;
        if (certified.stable() != null) {
            return chosen ? "report.stable.weighed" : "report.stable";
        }
        if (certified.complete()) {
            return chosen ? "report.optimal.weighed" : "report.optimal";
        }
        return chosen ? "report.nearly.weighed" : "report.nearly";
    }

    public String t(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    String html() {
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("matching/report.jte", this, output);
        return output.toString();
    }
}

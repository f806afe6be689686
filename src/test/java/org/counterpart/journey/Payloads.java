// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import java.util.ArrayList;
import java.util.List;

/// Texts that would run as a script wherever a page wrote them as they are: every way to begin in every place.
public final class Payloads {
    private static final String CALL = "window.ran=(window.ran||0)+1";

    private static final List<String> WAYS = List.of(
            "<script>%s</script>",
            "<ScRiPt>%s</sCrIpT>",
            "<script/x>%s</script>",
            "<img src=x onerror=%s>",
            "<img/src=x/onerror=%s>",
            "<svg onload=%s>",
            "<svg><script>%s</script></svg>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "<math><mtext><img src=x onerror=%s>",
            "<body onload=%s>",
            "<details open ontoggle=%s>",
            "<video><source onerror=%s>",
            "<audio src=x onerror=%s>",
            "<input autofocus onfocus=%s>",
            "<select autofocus onfocus=%s>",
            "<textarea autofocus onfocus=%s>",
            "<iframe srcdoc=\"<script>parent.%s</script>\"></iframe>",
            "<iframe src=\"javascript:parent.%s\"></iframe>",
            "<object data=\"javascript:%s\"></object>",
            "<embed src=\"javascript:%s\">",
            "<form action=\"javascript:%s\"><button>x</button></form>",
            "<a href=\"javascript:%s\">x</a>",
            "<a href=\"java\tscript:%s\">x</a>",
            "<base href=\"javascript:%s//\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
            "<link rel=stylesheet href=\"javascript:%s\">",
            "<style>@import 'javascript:%s';</style>",
            "<style onload=%s></style>",
            "<marquee onstart=%s>x</marquee>",
            "<xss style=\"animation-name:x\" onanimationend=%s>",
            "<template><script>%s</script></template><script>%s</script>",
            "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
            "<![CDATA[<script>%s</script>]]>",
            "<!--><img src=x onerror=%s>-->",
            "{{constructor.constructor('%s')()}}",
            "${%s}",
            "#{%s}",
            "@{%s}",
            "@if(true)%s@endif",
            "&lt;script&gt;%s&lt;/script&gt;");

    private static final List<String> PLACES = List.of(
            "%s",
            "\">%s",
            "'>%s",
            "</title>%s",
            "</textarea>%s",
            "</script>%s",
            "\" autofocus onfocus=\"" + CALL + "\" x=\"%s",
            "' onmouseover='" + CALL + "' x='%s",
            "-->%s",
            "\u2028%s");

    private Payloads() {}

    /// Four hundred, all different.
    public static List<String> all() {
        var all = new ArrayList<String>();
        for (var place : PLACES) {
            for (var way : WAYS) {
                all.add(place.replace("%s", way.replace("%s", CALL)));
            }
        }
        return all;
    }
}

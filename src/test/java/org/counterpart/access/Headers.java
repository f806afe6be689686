// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.counterpart.Reader;

/// What every answer carries so that it is safe, whatever it is.
final class Headers {
    private Headers() {}

    static void check(Reader.Page page, String place) {
        var headers = page.response().headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .describedAs(place)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe")
                .doesNotContain("http:")
                .doesNotContain("*");
        header(page, "X-Content-Type-Options", "nosniff", place);
        header(page, "X-Frame-Options", "DENY", place);
        header(page, "Referrer-Policy", "no-referrer", place);
        header(page, "Cross-Origin-Opener-Policy", "same-origin", place);
        header(page, "Cross-Origin-Resource-Policy", "same-origin", place);
        assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                .describedAs(place)
                .contains("camera=()");
        assertThat(headers.map().keySet())
                .describedAs(place)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"))
                .doesNotContain("server", "x-powered-by");
    }

    /// Of a page or a file with something private in it.
    static void checkPrivate(Reader.Page page, String place) {
        check(page, place);
        var headers = page.response().headers();
        assertThat(headers.firstValue("Cache-Control").orElse(""))
                .describedAs(place)
                .contains("no-store");
        assertThat(headers.firstValue("Content-Type").orElse(""))
                .describedAs(place)
                .matches(
                        "text/html;charset=UTF-8|text/plain;charset=UTF-8|text/csv;charset=UTF-8|application/json|application/zip");
    }

    private static void header(Reader.Page page, String name, String value, String place) {
        assertThat(page.response().headers().firstValue(name))
                .describedAs(place)
                .contains(value);
    }
}

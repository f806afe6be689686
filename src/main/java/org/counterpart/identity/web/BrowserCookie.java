// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.counterpart.identity.Secret;
import org.counterpart.web.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Ties a sign-in link to the browser that asked for it, so that a link in somebody else's hands opens nothing.
@Component
class BrowserCookie {
    private final Site site;

    BrowserCookie(Site site) {
        this.site = site;
    }

    Optional<Secret> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(site.cookie("browser")))
                        .map(cookie -> new Secret(cookie.getValue()))
                        .findFirst();
    }

    Secret readOrGive(HttpServletRequest request, HttpServletResponse response) {
        var known = read(request);
        var browser = known.orElseGet(Secret::fresh);
        if (known.isEmpty()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(site.cookie("browser"), browser.text())
                            .path("/")
                            .maxAge(Duration.ofHours(1))
                            .httpOnly(true)
                            .secure(site.secure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return browser;
    }
}

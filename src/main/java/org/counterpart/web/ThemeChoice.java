// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Remembers light or dark in the browser alone.
@Controller
@Access(Audience.ANYONE)
class ThemeChoice {
    private final Site site;

    ThemeChoice(Site site) {
        this.site = site;
    }

    @PostMapping("/theme")
    String choose(@RequestParam String theme, @RequestParam String back, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Frames.THEME_COOKIE, Theme.of(theme).code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(site.secure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + (back.matches("/(?!/)[\\w/-]*") ? back : "/");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the frame of a page from the request.
@Component
public class Frames {
    static final String THEME_COOKIE = "theme";
    private final MessageSource messages;
    private final Site site;
    private final ObjectProvider<SeenBy> seers;

    Frames(MessageSource messages, Site site, ObjectProvider<SeenBy> seers) {
        this.messages = messages;
        this.site = site;
        this.seers = seers;
    }

    Frame of(HttpServletRequest request) {
        return new Frame(
                new Texts(messages, RequestContextUtils.getLocale(request)),
                visitor(),
                theme(request),
                site.demonstration(),
                path(request),
                csrf(request),
                column -> seers.getObject().key(column),
                RequestContextUtils.getInputFlashMap(request) instanceof Map<?, ?> flash
                                && flash.get(Notice.NAME) instanceof String notice
                        ? notice
                        : null);
    }

    /// Of a page that asks neither who it is nor for anything that is kept, in the one language that there is so far.
    Frame ofNobody(HttpServletRequest request) {
        return new Frame(
                new Texts(messages, Locale.ENGLISH),
                null,
                theme(request),
                false,
                path(request),
                csrf(request),
                column -> column,
                null);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }

    private static @Nullable SignedIn visitor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who : null;
    }

    private static Theme theme(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Theme.DEVICE
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
                        .map(cookie -> Theme.of(cookie.getValue()))
                        .findFirst()
                        .orElse(Theme.DEVICE);
    }

    private static Map.Entry<String, String> csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Map.entry(token.getParameterName(), token.getToken())
                : Map.entry("_csrf", "");
    }
}

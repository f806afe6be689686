// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Tells which of our routes an address belongs to.
@Component
class Routes {
    private final RequestMappingHandlerMapping handlers;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    /// Method and pattern, such as `POST /pairs/{pair}/answer`; empty where it is none of ours.
    Optional<String> of(HttpServletRequest request) {
        var path =
                PathContainer.parsePath(first(request, "jakarta.servlet.error.request_uri", request.getRequestURI()));
        // An error page is always asked for by GET (Servlet 6.1), whatever failed.
        var method = first(request, "jakarta.servlet.error.method", request.getMethod());
        return handlers.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().stream()
                        .anyMatch(each -> each.name().equals(method)))
                .flatMap(route -> Stream.ofNullable(route.getPathPatternsCondition()))
                .flatMap(condition -> condition.getPatterns().stream())
                .filter(pattern -> pattern.matches(path))
                .sorted(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern -> method + " " + pattern.getPatternString())
                .findFirst();
    }

    private static String first(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String given ? given : otherwise;
    }
}

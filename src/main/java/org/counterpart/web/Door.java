// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets in whom a handler's [Access] names. Whoever is not signed in is asked to sign in; an owner's page does not
/// exist for anyone else.
@Component
class Door implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (request.getMethod().equals("OPTIONS")) {
            throw new HttpRequestMethodNotSupportedException("OPTIONS");
        }
        // On the way to a page that says what went wrong, fields of a form that was too large break it once more.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            refuseUnreadable(request);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var visitor =
                authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
        return switch (audience(method)) {
            case ANYONE -> true;
            case SIGNED_IN -> visitor != null || askToSignIn(response);
            case AUDITOR -> visitor == null ? askToSignIn(response) : letIn(audits(visitor, request));
            case OWNER -> visitor == null ? askToSignIn(response) : letIn(visitor.owner());
            case null ->
                throw new IllegalStateException(
                        "The handler (%s) does not say who may call it. Maybe add @Access.".formatted(method));
        };
    }

    /// PostgreSQL keeps no text with this character in it, and nobody can type it.
    private static void refuseUnreadable(HttpServletRequest request) {
        if (request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(each -> each.indexOf(0) >= 0)) {
            throw new Unreadable();
        }
    }

    static @Nullable Audience audience(HandlerMethod method) {
        var onMethod = method.getMethodAnnotation(Access.class);
        var access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
        return access == null ? null : access.value();
    }

    /// Whether somebody may audit the programme that the address names as `id`. Where it names none, every auditor may
    /// come in, and the rows that they see are those of their programmes.
    private static boolean audits(SignedIn visitor, HttpServletRequest request) {
        return visitor.owner()
                || visitor.duties().stream()
                        .filter(held -> held.duty() == Duty.AUDITOR)
                        .anyMatch(held -> held.programmeId() == null
                                || named(request)
                                        .map(held.programmeId().toString()::equals)
                                        .orElse(true));
    }

    private static Optional<String> named(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                        && named.get("id") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    private static boolean letIn(boolean allowed) {
        if (!allowed) {
            throw new NotFound(AccessRefused.Why.NOT_ENTRUSTED);
        }
        return true;
    }

    private static boolean askToSignIn(HttpServletResponse response) throws IOException {
        response.sendRedirect("/sign-in");
        return false;
    }
}

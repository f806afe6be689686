// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets in whom a handler's [Access] names. Whoever is not signed in is asked to sign in; an owner's page does not
/// exist for anyone else.
@Component
class Door implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var visitor =
                authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
        return switch (audience(method)) {
            case ANYONE -> true;
            case SIGNED_IN -> visitor != null || askToSignIn(response);
            case OWNER -> visitor == null ? askToSignIn(response) : letIn(visitor);
            case null ->
                throw new IllegalStateException(
                        "The handler (%s) does not say who may call it. Maybe add @Access.".formatted(method));
        };
    }

    static @Nullable Audience audience(HandlerMethod method) {
        var onMethod = method.getMethodAnnotation(Access.class);
        var access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
        return access == null ? null : access.value();
    }

    private static boolean letIn(SignedIn visitor) {
        if (!visitor.owner()) {
            throw new NotFound();
        }
        return true;
    }

    private static boolean askToSignIn(HttpServletResponse response) throws IOException {
        response.sendRedirect("/sign-in");
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the browser by its session, which remembers an account and nothing else; who that is now is asked
/// anew at each request.
public final class SessionVisitor extends OncePerRequestFilter {
    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final Visitors visitors;

    SessionVisitor(Visitors visitors) {
        this.visitors = visitors;
    }

    /// Remembers who signed in, in a session with a new id.
    public static void remember(HttpServletRequest request, UUID accountId) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ACCOUNT, accountId.toString());
    }

    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = isAsset(request) ? null : request.getSession(false);
        if (session != null && session.getAttribute(ACCOUNT) instanceof String account) {
            var visitor = visitors.behind(UUID.fromString(account));
            if (visitor.isPresent()) {
                goOn(visitor.get(), request, response, chain);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void goOn(SignedIn who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(who, "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            acting(who).<@Nullable Object, Exception>call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception never) {
            throw new ServletException(never);
        }
    }

    private static Acting acting(SignedIn who) {
        return who.owner()
                ? Acting.owner(who.accountId(), who.personId())
                : Acting.person(who.accountId(), who.personId());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getRequestURI().matches("/(css|fonts|icons)/.*");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.counterpart.identity.SessionEnded.Why;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the browser by its session, which remembers an account; who that is now is asked anew at each request.
/// Running the programmes counts only in a session that began with proof enough.
final class SessionVisitor extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Visitors visitors;
    private final Clock clock;

    SessionVisitor(Sessions sessions, Visitors visitors, Clock clock) {
        this.sessions = sessions;
        this.visitors = visitors;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visitor = isAsset(request) ? Optional.<SignedIn>empty() : visitor(request);
        if (visitor.isPresent()) {
            goOn(visitor.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<SignedIn> visitor(HttpServletRequest request) {
        var here = sessions.here(request);
        var visitor = here.flatMap(session -> visitors.behind(session.accountId()));
        if (here.isEmpty() || visitor.isEmpty()) {
            return Optional.empty();
        }
        var session = here.get();
        var who = visitor.get();
        var now = clock.instant();
        if (session.over(now, who.duties().isEmpty() ? Session.IDLE : Session.IDLE_WITH_A_DUTY)) {
            sessions.end(request, Why.TIME_IS_UP);
            return Optional.empty();
        }
        session.noteUse(request.getSession(), now);
        return Optional.of(session.by().enoughForOwners() ? who : who.without(Duty.OWNER));
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
        return request.getRequestURI().matches("/(css|js|fonts|icons)/.*");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.SessionEnded.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where people are signed in. Sessions are in the database, so what ends on one server has ended on all.
@Component
public class Sessions {
    private final FindByIndexNameSessionRepository<?> kept;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(FindByIndexNameSessionRepository<?> kept, ApplicationEventPublisher events, Clock clock) {
        this.kept = kept;
        this.events = events;
        this.clock = clock;
    }

    /// Begins a session. Whatever the browser had before ends, so that nobody can plant one (ASVS 7.2.4).
    @Transactional
    public void begin(HttpServletRequest request, UUID accountId, SignedInBy by) {
        end(request, Why.SIGNED_OUT);
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var now = clock.instant();
        var session = new Session(UUID.randomUUID(), accountId, by, now, now, Device.of(agent == null ? "" : agent));
        session.keepIn(request.getSession());
        events.publishEvent(new CameIn(accountId, by));
    }

    public Optional<Session> here(HttpServletRequest request) {
        var http = request.getSession(false);
        return http == null ? Optional.empty() : Session.in(http::getAttribute);
    }

    @Transactional
    public void end(HttpServletRequest request, Why why) {
        var here = here(request);
        var http = request.getSession(false);
        if (http != null) {
            http.invalidate();
        }
        here.ifPresent(session -> told(session, why));
    }

    /// All of somebody, the one that was used last first.
    public List<Session> of(UUID accountId) {
        return kept.findByPrincipalName(accountId.toString()).values().stream()
                .flatMap(each -> Session.in(each::getAttribute).stream())
                .sorted(Comparator.comparing(Session::usedAt).reversed().thenComparing(Session::id))
                .toList();
    }

    /// Ends one of somebody's sessions, if it is theirs.
    ///
    /// @return whether there was one
    @Transactional
    public boolean end(UUID accountId, UUID id) {
        return endWhere(accountId, session -> session.id().equals(id)) > 0;
    }

    /// Ends all sessions of somebody but one.
    ///
    /// @return how many
    @Transactional
    public int endOthers(UUID accountId, UUID but) {
        return endWhere(accountId, session -> !session.id().equals(but));
    }

    private int endWhere(UUID accountId, java.util.function.Predicate<Session> which) {
        int ended = 0;
        for (var each : kept.findByPrincipalName(accountId.toString()).entrySet()) {
            var session = Session.in(each.getValue()::getAttribute).filter(which);
            if (session.isPresent()) {
                kept.deleteById(each.getKey());
                told(session.get(), Why.ENDED_ELSEWHERE);
                ended++;
            }
        }
        return ended;
    }

    private void told(Session session, Why why) {
        events.publishEvent(new SessionEnded(session.accountId(), session.id(), why, clock.instant()));
    }
}

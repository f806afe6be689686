// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Clock;
import java.time.Instant;
import org.counterpart.postgres.Acting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks whether anybody has the addresses with which links were asked for, and makes the links. It does so apart from
/// the page, by the clock and not when somebody asks, so that neither the page nor the next one takes longer for people
/// who are known (ASVS 6.3.8). A request that a killed node held is there for the next one.
@Component
public class MailingLinks {
    private static final int AT_ONCE = 100;
    private static final int OPEN_AT_ONCE = 3;

    private final LinkRequests requests;
    private final SignInLinks links;
    private final Visitors visitors;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailingLinks(
            LinkRequests requests,
            SignInLinks links,
            Visitors visitors,
            SigningIn signingIn,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.visitors = visitors;
        this.signingIn = signingIn;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${counterpart.sign-in.links-every:1s}")
    void mail() {
        for (int done = 0; done < AT_ONCE; done++) {
            if (!mailNext()) {
                return;
            }
        }
    }

    /// Sees to one request: mails a link, or does nothing for strangers and for addresses that have enough open links.
    ///
    /// @return whether there was one
    public boolean mailNext() {
        return Acting.system(() -> Boolean.TRUE.equals(transaction.execute(_ -> {
            var next = requests.hold();
            next.ifPresent(request -> {
                see(request, clock.instant());
                requests.done(request);
            });
            return next.isPresent();
        })));
    }

    private void see(LinkRequest request, Instant now) {
        links.forgetExpired(now);
        var visitor = visitors.at(request.email());
        if (visitor.isEmpty()
                || !now.isBefore(request.expiresAt())
                || links.openFor(request.email(), now) >= OPEN_AT_ONCE) {
            return;
        }
        // Kept also where it stays secret, so that nobody can fill the mailbox of an owner either.
        var token = Secret.fresh();
        links.issue(token, request);
        events.publishEvent(
                signingIn.mayUseLinks(visitor.get())
                        ? new SignInLinkIssued(request.email(), token, request.expiresAt(), now)
                        : new SignInLinkWithheld(request.email(), now));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing in by a link that is mailed, works once, for ten minutes, and only in the browser that asked for it. Owners
/// get none: a link can be given to a look-alike site, and their mail is the first that is attacked (ASVS 6.3.3).
@Component
public class SigningIn {
    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final int OPEN_AT_ONCE = 3;

    private final SignInLinks links;
    private final Visitors visitors;
    private final Owners owners;
    private final SignInSettings settings;
    private final SingleSignOn signOn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningIn(
            SignInLinks links,
            Visitors visitors,
            Owners owners,
            SignInSettings settings,
            SingleSignOn signOn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.visitors = visitors;
        this.owners = owners;
        this.settings = settings;
        this.signOn = signOn;
        this.events = events;
        this.clock = clock;
    }

    /// Sends a link, or does nothing for strangers and for addresses that have enough open links: whoever asks is
    /// never told which.
    @Transactional
    public void ask(EmailAddress email, Secret browser) {
        Acting.system(() -> send(email, browser));
    }

    /// Whether links are mailed at all.
    public boolean offered() {
        return settings.linksAreMailed(signOn);
    }

    private boolean mayUseLinks(SignedIn visitor) {
        return offered() && !owners.owns(visitor.accountId());
    }

    private void send(EmailAddress email, Secret browser) {
        var now = clock.instant();
        events.publishEvent(new SignInLinkAsked());
        links.forgetExpired(now);
        var visitor = visitors.at(email.text());
        if (visitor.isEmpty() || links.openFor(email.text(), now) >= OPEN_AT_ONCE) {
            return;
        }
        // Kept also where it stays secret, so that nobody can fill the mailbox of an owner either.
        var token = Secret.fresh();
        links.issue(token, browser, email.text(), now.plus(OPEN));
        events.publishEvent(
                mayUseLinks(visitor.get())
                        ? new SignInLinkRequested(email.text(), token, now.plus(OPEN), now)
                        : new SignInLinkWithheld(email.text(), now));
    }

    public boolean open(Secret token) {
        return Acting.system(() -> links.open(token, clock.instant()));
    }

    /// Uses the link up and tells who comes in; empty where it is not, or no longer, good for this browser.
    @Transactional
    public Optional<SignedIn> use(Secret token, Secret browser) {
        var who = Acting.system(() ->
                links.use(token, browser, clock.instant()).flatMap(visitors::at).filter(this::mayUseLinks));
        if (who.isEmpty()) {
            events.publishEvent(new SignInLinkRefused());
        }
        return who;
    }
}

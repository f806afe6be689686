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

    private final LinkRequests requests;
    private final SignInLinks links;
    private final Visitors visitors;
    private final Owners owners;
    private final SignInSettings settings;
    private final SingleSignOn signOn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningIn(
            LinkRequests requests,
            SignInLinks links,
            Visitors visitors,
            Owners owners,
            SignInSettings settings,
            SingleSignOn signOn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.visitors = visitors;
        this.owners = owners;
        this.settings = settings;
        this.signOn = signOn;
        this.events = events;
        this.clock = clock;
    }

    /// Notes that somebody asked. Whether anybody has the address, and whether they get a link, is looked into
    /// later, by [MailingLinks]: whoever asks neither is told nor can measure it.
    @Transactional
    public void ask(EmailAddress email, Secret browser) {
        events.publishEvent(new SignInLinkAsked());
        Acting.system(() -> requests.add(email, browser, clock.instant().plus(OPEN)));
    }

    /// Whether links are mailed at all.
    public boolean offered() {
        return settings.linksAreMailed(signOn);
    }

    boolean mayUseLinks(SignedIn visitor) {
        return offered() && !owners.owns(visitor.accountId());
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

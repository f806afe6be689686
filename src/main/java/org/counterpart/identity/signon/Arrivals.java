// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.counterpart.identity.LinkedToProvider;
import org.counterpart.identity.SignInByProviderRefused;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.identity.Visitors;
import org.counterpart.identity.signon.SigningOn.Arrival;
import org.counterpart.identity.signon.SigningOn.Arrived;
import org.counterpart.identity.signon.SigningOn.Refused;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets in whom a proven token means, or nobody, and says so. Who somebody is hangs on issuer and subject; at the first
/// time the provider vouches, and never again.
@Component
class Arrivals {
    private final SignOns signOns;
    private final Vouching vouching;
    private final Visitors visitors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Arrivals(SignOns signOns, Vouching vouching, Visitors visitors, ApplicationEventPublisher events, Clock clock) {
        this.signOns = signOns;
        this.vouching = vouching;
        this.visitors = visitors;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Arrival letIn(Issuer issuer, OidcIdToken token) {
        return Acting.system(() -> signOns.account(Subject.of(issuer, token))
                .map(account -> arrived(issuer, token, account))
                .orElseGet(() -> firstTime(issuer, token)));
    }

    @Transactional
    public Refused refuse(String provider, SignOnRefusal why) {
        return Acting.system(() -> refused(provider, why));
    }

    private Arrival firstTime(Issuer issuer, OidcIdToken token) {
        var account = vouching.accountFor(issuer.provider(), token);
        if (account.isEmpty()) {
            return refused(issuer.id(), SignOnRefusal.VOUCHED_FOR_NOBODY);
        }
        var now = clock.instant();
        if (signOns.link(Subject.of(issuer, token), account.get(), now)) {
            events.publishEvent(new LinkedToProvider(account.get(), issuer.id(), now));
            return arrived(issuer, token, account.get());
        }
        boolean linkedMeanwhile = signOns.account(Subject.of(issuer, token)).equals(account);
        return linkedMeanwhile
                ? arrived(issuer, token, account.get())
                : refused(issuer.id(), SignOnRefusal.LINKED_TO_ANOTHER);
    }

    private Arrival arrived(Issuer issuer, OidcIdToken token, UUID accountId) {
        Optional<SignedIn> who = visitors.behind(accountId);
        if (who.isEmpty()) {
            return refused(issuer.id(), SignOnRefusal.VOUCHED_FOR_NOBODY);
        }
        return new Arrived(who.get(), secondFactor(issuer.provider().secondFactor(), token));
    }

    private static boolean secondFactor(Set<String> accepted, OidcIdToken token) {
        var told = new TreeSet<String>();
        if (token.getAuthenticationMethods() != null) {
            told.addAll(token.getAuthenticationMethods());
        }
        if (token.getAuthenticationContextClass() != null) {
            told.add(token.getAuthenticationContextClass());
        }
        told.retainAll(accepted);
        return !told.isEmpty();
    }

    private Refused refused(String provider, SignOnRefusal why) {
        events.publishEvent(new SignInByProviderRefused(provider, why, clock.instant()));
        return new Refused(why);
    }
}

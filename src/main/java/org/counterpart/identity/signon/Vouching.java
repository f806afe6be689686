// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Provider;
import org.counterpart.identity.Visitors;
import org.counterpart.people.People;
import org.counterpart.web.SignedIn;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/// Whom a provider means by a subject that never came before: by the id of the roster, or else by an address that it
/// verified, each only where the operator says that it may. An address alone proves nothing.
@Component
class Vouching {
    private final People people;
    private final Accounts accounts;
    private final Visitors visitors;
    private final Clock clock;

    Vouching(People people, Accounts accounts, Visitors visitors, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.visitors = visitors;
        this.clock = clock;
    }

    /// Their account; empty where the token leads to nobody, or the provider may not vouch by what it says.
    Optional<UUID> accountFor(Provider provider, OidcIdToken token) {
        var personId = personId(provider, token);
        if (personId.isPresent()) {
            return onRoster(personId.get());
        }
        return provider.byMail() ? behindAddress(token) : Optional.empty();
    }

    /// As text, also where the provider sends a number.
    private static Optional<String> personId(Provider provider, OidcIdToken token) {
        return switch (token.getClaims().get(provider.personClaim())) {
            case String text when !text.isBlank() -> Optional.of(text.strip());
            case Long number -> Optional.of(number.toString());
            case Integer number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    private Optional<UUID> onRoster(String personId) {
        return personId.indexOf('\0') >= 0
                ? Optional.empty()
                : people.find(personId)
                        .map(person -> accounts.open(person.id(), null, null, clock.instant()))
                        .flatMap(visitors::behind)
                        .map(SignedIn::accountId);
    }

    private Optional<UUID> behindAddress(OidcIdToken token) {
        return Boolean.TRUE.equals(token.getEmailVerified()) && token.getEmail() instanceof String address
                ? EmailAddress.read(address)
                        .flatMap(read -> visitors.at(read.text()))
                        .map(SignedIn::accountId)
                : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Tells who stands behind an account or an address. Whoever is neither on the roster nor entrusted with anything is
/// nobody.
@Component
public class Visitors {
    private final Accounts accounts;
    private final Grants grants;
    private final People people;
    private final Clock clock;

    Visitors(Accounts accounts, Grants grants, People people, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.people = people;
        this.clock = clock;
    }

    public Optional<SignedIn> behind(UUID accountId) {
        return Acting.system(() -> accounts.find(accountId).flatMap(this::visitor));
    }

    /// Whom mail to an address reaches. Somebody on the roster gets an account by this.
    public Optional<SignedIn> at(String email) {
        return Acting.system(() -> {
            people.byEmail(email).ifPresent(person -> accounts.open(person.id(), null, null, clock.instant()));
            return accounts.at(email).flatMap(this::visitor);
        });
    }

    private Optional<SignedIn> visitor(Account account) {
        var open = grants.openOf(account.id());
        if (account.personId() == null && open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SignedIn(account.id(), account.personId(), account.email(), account.name(), duties(open)));
    }

    private static java.util.Set<SignedIn.Held> duties(List<Grant> open) {
        return open.stream().filter(Grant::confirmed).map(Grant::held).collect(Collectors.toUnmodifiableSet());
    }
}

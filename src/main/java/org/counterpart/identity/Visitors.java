// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.Optional;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Tells who stands behind an address: an owner, somebody on the roster, or both. Anyone else is nobody.
@Component
public class Visitors {
    private final Owners owners;
    private final People people;

    Visitors(Owners owners, People people) {
        this.owners = owners;
        this.people = people;
    }

    public Optional<SignedIn> behind(String email) {
        return Acting.system(() -> found(email));
    }

    private Optional<SignedIn> found(String email) {
        var owner = owners.nameOf(email);
        var person = people.byEmail(email);
        if (owner.isEmpty() && person.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SignedIn(
                email,
                person.map(each -> each.id()).orElse(null),
                person.map(each -> each.name()).or(() -> owner).orElse(email),
                owner.isPresent()));
    }
}

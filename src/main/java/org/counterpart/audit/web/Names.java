// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.identity.Account;
import org.counterpart.identity.Accounts;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the names for the ids of events. Whoever is gone is told as somebody who is gone.
@Component
class Names {
    private final Accounts accounts;
    private final People people;
    private final Programmes programmes;

    Names(Accounts accounts, People people, Programmes programmes) {
        this.accounts = accounts;
        this.people = people;
        this.programmes = programmes;
    }

    record Known(Map<UUID, Account> accounts, Map<String, Person> people, Map<UUID, String> programmes, Words words) {
        String account(@Nullable UUID id, String otherwise) {
            return id == null
                    ? words.say(otherwise)
                    : accounts.get(id) instanceof Account account ? account.name() : words.say("audit.gone");
        }

        String person(String id) {
            return people.get(id) instanceof Person person ? person.name() : words.say("audit.gone.person");
        }

        String programme(@Nullable UUID id) {
            return id != null && programmes.get(id) instanceof String name ? name : words.say("audit.all-programmes");
        }
    }

    /// Whoever decides about somebody is named to them, also where they could not look them up by themselves.
    Known of(Set<UUID> accountIds, Set<String> personIds, Words words) {
        return new Known(
                Acting.system(() -> accounts.of(accountIds)),
                people.of(personIds),
                programmes.all().stream().collect(Collectors.toUnmodifiableMap(Programme::id, Programme::name)),
                words);
    }
}

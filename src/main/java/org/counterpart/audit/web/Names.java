// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.audit.AuditEvent.Mentioned;
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
    private static final int SHORT = 8;

    private final Accounts accounts;
    private final People people;
    private final Programmes programmes;

    Names(Accounts accounts, People people, Programmes programmes) {
        this.accounts = accounts;
        this.people = people;
        this.programmes = programmes;
    }

    /// @param byId whether those without a name here go by the beginning of their id
    record Known(
            Map<UUID, Account> accounts,
            Map<String, Person> people,
            Map<UUID, String> programmes,
            boolean byId,
            Words words) {
        String account(@Nullable UUID id, String otherwise) {
            if (id == null) {
                return words.say(otherwise);
            }
            return accounts.get(id) instanceof Account account
                    ? account.name()
                    : byId ? words.say("audit.account", beginning(id)) : words.say("audit.gone");
        }

        String person(Mentioned who) {
            return who.personId() != null && people.get(who.personId()) instanceof Person person
                    ? person.name()
                    : byId ? words.say("audit.person", beginning(who.id())) : words.say("audit.gone.person");
        }

        private static String beginning(UUID id) {
            return id.toString().substring(0, SHORT);
        }

        String programme(@Nullable UUID id) {
            return id != null && programmes.get(id) instanceof String name ? name : words.say("audit.all-programmes");
        }
    }

    /// Whoever decides about somebody is named to them, also where they could not look them up by themselves.
    Known of(Set<UUID> accountIds, Set<String> personIds, Words words) {
        return new Known(
                Acting.system(() -> accounts.of(accountIds)), people.of(personIds), programmes(), false, words);
    }

    /// Auditors read who decided. Whoever only takes part has no name here, since whether a decision was right does not
    /// hang on who they are.
    Known forAuditors(Set<UUID> accountIds, Words words) {
        return new Known(Acting.system(() -> accounts.entrusted(accountIds)), Map.of(), programmes(), true, words);
    }

    private Map<UUID, String> programmes() {
        return programmes.all().stream().collect(Collectors.toUnmodifiableMap(Programme::id, Programme::name));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.PasskeyAdded;
import org.counterpart.identity.PasskeyDenied;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.Secret;
import org.counterpart.postgres.Acting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// A passkey on its way: asked for, made by the device, checked, kept.
@Component
class MakingPasskeys {
    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MakingPasskeys(
            RelyingParty party,
            Challenges challenges,
            Passkeys passkeys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.events = events;
        this.clock = clock;
    }

    sealed interface Answer {}

    /// @param accountId for whom it was asked for
    record Made(UUID accountId, CredentialRecord credential) implements Answer {}

    record Refused(PasskeyRefused why) implements Answer {}

    /// What the browser is to make a passkey from, as JSON for `navigator.credentials.create`.
    ///
    /// @param email by which people tell their accounts apart; their device keeps it
    String ask(UUID accountId, String email, String name, Secret browser) {
        return Acting.system(() -> party.toMake(
                new PublicKeyCredentialUserEntity(UserHandle.of(accountId), email, name),
                challenges.ask(browser, accountId),
                passkeys.of(accountId)));
    }

    /// @param answer JSON of the browser's credential
    Answer check(String answer, Optional<Secret> browser) {
        var made = party.readMade(answer);
        var challenge = RelyingParty.challenge(made.map(RegistrationData::getCollectedClientData));
        if (made.isEmpty() || challenge.isEmpty()) {
            return refuse(PasskeyRefused.NOTHING);
        }
        var account = browser.flatMap(here -> Acting.system(() -> challenges.useToMake(challenge.get(), here)));
        if (account.isEmpty()) {
            return refuse(PasskeyRefused.TOO_LATE);
        }
        var credential = party.checkMade(made.get(), challenge.get());
        if (credential.isEmpty()) {
            return refuse(PasskeyRefused.NOT_PROVEN);
        }
        return Acting.system(() -> passkeys.knows(credential.get()))
                ? refuse(PasskeyRefused.KNOWN)
                : new Made(account.get(), credential.get());
    }

    Refused refuse(PasskeyRefused why) {
        events.publishEvent(new PasskeyDenied(why));
        return new Refused(why);
    }

    /// @param name at first; its owner may change it
    void keep(Made made, String name) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        passkeys.add(id, made.accountId(), name, made.credential(), now);
        events.publishEvent(new PasskeyAdded(made.accountId(), id, name, now));
    }
}

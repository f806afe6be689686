// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.PasskeyDenied;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.Secret;
import org.counterpart.identity.Visitors;
import org.counterpart.postgres.Acting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing in with a passkey, in one action: the device knows the account, so nobody types an address.
@Component
public class SigningInByPasskey {
    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Visitors visitors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningInByPasskey(
            RelyingParty party,
            Challenges challenges,
            Passkeys passkeys,
            Visitors visitors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.visitors = visitors;
        this.clock = clock;
    }

    /// Somebody showed who they are, or did not.
    public sealed interface Outcome {}

    public record Shown(UUID accountId) implements Outcome {}

    public record Refused(PasskeyRefused why) implements Outcome {}

    /// What the browser is asked to sign, as JSON for `navigator.credentials.get`.
    @Transactional
    public String ask(Secret browser) {
        return Acting.system(() -> party.toSignIn(challenges.ask(browser, null), List.of()));
    }

    /// The same for somebody who is signed in and shows once more that it is them.
    @Transactional
    public String askAgain(Secret browser, UUID accountId) {
        return Acting.system(() -> party.toSignIn(challenges.ask(browser, null), passkeys.of(accountId)));
    }

    /// @param answer JSON of the browser's credential
    @Transactional
    public Outcome show(String answer, Optional<Secret> browser) {
        return told(Acting.system(() -> outcome(answer, browser, false)));
    }

    /// The same for an answer to [#askAgain], by a passkey of that account. A device that was asked for certain
    /// passkeys
    /// need not say whose they are (Web Authentication 7.2, step 6).
    @Transactional
    public Outcome showAgain(String answer, Optional<Secret> browser, UUID accountId) {
        var outcome = Acting.system(() -> outcome(answer, browser, true));
        return told(
                outcome instanceof Shown(UUID shown) && !shown.equals(accountId)
                        ? new Refused(PasskeyRefused.UNKNOWN)
                        : outcome);
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Refused(PasskeyRefused why)) {
            events.publishEvent(new PasskeyDenied(why));
        }
        return outcome;
    }

    private Outcome outcome(String answer, Optional<Secret> browser, boolean again) {
        var signature = party.readSignature(answer);
        var challenge = RelyingParty.challenge(signature.map(AuthenticationData::getCollectedClientData));
        var credential = signature.flatMap(SigningInByPasskey::credential);
        if (signature.isEmpty() || challenge.isEmpty() || credential.isEmpty()) {
            return new Refused(PasskeyRefused.NOTHING);
        }
        if (browser.isEmpty() || !challenges.useToSignIn(challenge.get(), browser.get())) {
            return new Refused(PasskeyRefused.TOO_LATE);
        }
        var passkey = passkeys.holdKnownAs(credential.get());
        if (passkey.isEmpty() || visitors.behind(passkey.get().accountId()).isEmpty()) {
            return new Refused(PasskeyRefused.UNKNOWN);
        }
        return checked(signature.get(), passkey.get(), challenge.get(), again);
    }

    private static Optional<byte[]> credential(AuthenticationData signature) {
        var id = signature.getCredentialId();
        return id == null ? Optional.empty() : Optional.of(Arrays.copyOf(id, id.length));
    }

    private Outcome checked(AuthenticationData signature, Passkey passkey, Secret challenge, boolean again) {
        var told = signature.getAuthenticatorData();
        if (told == null
                || !names(passkey.accountId(), signature, again)
                || !party.checkSignature(signature, passkey, challenge)) {
            return new Refused(PasskeyRefused.NOT_PROVEN);
        }
        passkeys.used(passkey.id(), told.getSignCount(), told.isFlagBS(), clock.instant());
        return new Shown(passkey.accountId());
    }

    private static boolean names(UUID account, AuthenticationData signature, boolean again) {
        var user = signature.getUserHandle();
        return user == null ? again : Arrays.equals(UserHandle.of(account), user);
    }
}

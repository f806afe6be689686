// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Owners;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.PasskeyRemoved;
import org.counterpart.identity.Secret;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The ways in that somebody has: as many as they like, and for an owner at least one.
@Component
public class OwnPasskeys {
    private final MakingPasskeys making;
    private final Passkeys passkeys;
    private final Owners owners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnPasskeys(
            MakingPasskeys making, Passkeys passkeys, Owners owners, ApplicationEventPublisher events, Clock clock) {
        this.making = making;
        this.passkeys = passkeys;
        this.owners = owners;
        this.events = events;
        this.clock = clock;
    }

    public enum Removal {
        REMOVED,
        NONE_SUCH,
        /// They have to show once more that it is them.
        NOT_FRESH,
        /// Whoever runs the programmes would have no way in.
        LAST_OF_AN_OWNER
    }

    public List<Passkey> of(UUID accountId) {
        return passkeys.of(accountId);
    }

    /// What the browser is to make a passkey from.
    @Transactional
    public String ask(SignedIn who, Secret browser) {
        return making.ask(who.accountId(), who.email(), who.name(), browser);
    }

    /// Keeps a passkey that their browser made for them.
    ///
    /// @param fresh whether they showed a moment ago that it is them
    /// @param answer JSON of the browser's credential
    /// @return empty where it was kept
    @Transactional
    public Optional<PasskeyRefused> add(
            SignedIn who, boolean fresh, String name, String answer, Optional<Secret> browser) {
        if (!fresh) {
            return Optional.of(making.refuse(PasskeyRefused.NOT_FRESH).why());
        }
        return switch (making.check(answer, browser)) {
            case MakingPasskeys.Refused refused -> Optional.of(refused.why());
            case MakingPasskeys.Made made -> {
                if (!made.accountId().equals(who.accountId())) {
                    yield Optional.of(making.refuse(PasskeyRefused.TOO_LATE).why());
                }
                making.keep(made, name);
                yield Optional.empty();
            }
        };
    }

    @Transactional
    public boolean rename(SignedIn who, UUID id, String name) {
        return passkeys.rename(who.accountId(), id, name);
    }

    /// Waits for whoever removes another one of theirs at the same time, so that one is always left.
    ///
    /// @param fresh whether they showed a moment ago that it is them
    @Transactional
    public Removal remove(SignedIn who, boolean fresh, UUID id) {
        if (!fresh) {
            making.refuse(PasskeyRefused.NOT_FRESH);
            return Removal.NOT_FRESH;
        }
        var all = passkeys.hold(who.accountId());
        var passkey = all.stream().filter(each -> each.id().equals(id)).findFirst();
        if (passkey.isEmpty()) {
            return Removal.NONE_SUCH;
        }
        if (all.size() == 1 && owners.ownsOrMay(who.accountId())) {
            making.refuse(PasskeyRefused.LAST_OF_AN_OWNER);
            return Removal.LAST_OF_AN_OWNER;
        }
        passkeys.remove(id);
        events.publishEvent(
                new PasskeyRemoved(who.accountId(), id, passkey.get().name(), clock.instant()));
        return Removal.REMOVED;
    }
}

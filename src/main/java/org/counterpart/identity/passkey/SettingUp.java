// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Account;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.OwnerSetUp;
import org.counterpart.identity.Owners;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.RecoveryIssued;
import org.counterpart.identity.Secret;
import org.counterpart.postgres.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets an owner in by a link that is printed where the server runs: the first one, or one who lost every passkey. It
/// is used up by making a passkey and by nothing else, so that no owner is ever without.
@Component
public class SettingUp {
    private final SetUpLinks links;
    private final MakingPasskeys making;
    private final Owners owners;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingUp(
            SetUpLinks links,
            MakingPasskeys making,
            Owners owners,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.making = making;
        this.owners = owners;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /// What a link that is open leads to.
    ///
    /// @param owner who comes in again; none where the first one is to be made
    public record Offer(@Nullable Account owner) {}

    /// What the first owner says of themselves.
    public record FirstOwner(EmailAddress email, String name) {}

    public sealed interface Outcome {}

    public record Done(UUID accountId) implements Outcome {}

    public record Refused(PasskeyRefused why) implements Outcome {}

    /// The link is not, or no longer, good.
    public record NoLink() implements Outcome {}

    /// A fresh link that makes the first owner; earlier ones end.
    @Transactional
    public Secret issue() {
        return Acting.system(() -> links.issue(null, clock.instant()));
    }

    /// A fresh link for an owner who lost every passkey; earlier ones of theirs end. It is good for an hour.
    ///
    /// @return empty where no owner has this address
    @Transactional
    public Optional<Secret> recover(EmailAddress email) {
        return Acting.system(() -> owners.at(email.text()).map(account -> {
            var now = clock.instant();
            events.publishEvent(new RecoveryIssued(account.id(), now));
            return links.issue(account.id(), now);
        }));
    }

    public Optional<Offer> offer(Secret token) {
        return Acting.system(() -> open(token)
                .map(link -> new Offer(
                        link.accountId() == null
                                ? null
                                : accounts.find(link.accountId()).orElse(null))));
    }

    /// What the browser is to make the passkey from.
    @Transactional
    public String ask(Offer offer, Secret browser) {
        var owner = offer.owner();
        return owner == null
                ? making.ask(UUID.randomUUID(), "", "", browser)
                : making.ask(owner.id(), owner.email(), owner.name(), browser);
    }

    /// Uses the link up by keeping a passkey.
    ///
    /// @param first none where an owner comes in again
    /// @param device on which the passkey was made, which it is called after
    /// @param answer JSON of the browser's credential
    @Transactional
    public Outcome use(
            Secret token, @Nullable FirstOwner first, String device, String answer, Optional<Secret> browser) {
        return Acting.system(() -> {
            var link = open(token);
            if (link.isEmpty()) {
                return new NoLink();
            }
            return switch (making.check(answer, browser)) {
                case MakingPasskeys.Refused refused -> new Refused(refused.why());
                case MakingPasskeys.Made made -> {
                    var account = link.get().accountId();
                    if (account == null ? first == null : !account.equals(made.accountId())) {
                        yield new Refused(making.refuse(PasskeyRefused.TOO_LATE).why());
                    }
                    if (first != null && account == null) {
                        begin(first, made.accountId());
                    }
                    making.keep(made, device);
                    links.use(token);
                    yield new Done(made.accountId());
                }
            };
        });
    }

    /// Once there is an owner, none becomes the first one.
    private Optional<SetUpLinks.Link> open(Secret token) {
        return links.find(token, clock.instant()).filter(link -> link.accountId() != null || owners.none());
    }

    /// Under the id that the device knows already.
    private void begin(FirstOwner first, UUID id) {
        var now = clock.instant();
        var account = owners.first(id, first.email().text(), first.name(), now);
        if (!account.equals(id)) {
            throw new IllegalStateException(
                    "The first owner has an account (%s) already. Maybe recover it.".formatted(account));
        }
        events.publishEvent(new OwnerSetUp(id));
    }
}

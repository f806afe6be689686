// SPDX-License-Identifier: Apache-2.0
package org.counterpart.duties;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.DutyConfirmed;
import org.counterpart.identity.DutyEnded;
import org.counterpart.identity.DutyProposed;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Grant;
import org.counterpart.identity.Grants;
import org.counterpart.identity.Owners;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Entrusts people with duties. It takes two: an owner proposes, and another owner confirms. Where the one who proposed
/// is the only owner, whoever was proposed is the second. Nobody confirms what they proposed (ASVS 2.3.5).
@Component
public class EntrustingDuties {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 500;

    private final Grants grants;
    private final Owners owners;
    private final Accounts accounts;
    private final People people;
    private final Programmes programmes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntrustingDuties(
            Grants grants,
            Owners owners,
            Accounts accounts,
            People people,
            Programmes programmes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.owners = owners;
        this.accounts = accounts;
        this.people = people;
        this.programmes = programmes;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    public record Done(Grant grant) implements Answer {}

    public record Refused(Why why) implements Answer {}

    /// Why not; each has its sentence in the texts.
    public enum Why {
        NO_ADDRESS,
        NO_NAME,
        NO_DUTY,
        NO_PROGRAMME,
        OWNERS_OWN_ALL,
        NO_REASON,
        HELD_ALREADY,
        /// Owners are mailed no link, so they need a passkey before they are one.
        NO_PASSKEY,
        /// Whoever proposed cannot confirm.
        TWO_PEOPLE,
        LAST_OWNER,
        /// It ended, it was confirmed, or it is somebody else's.
        NOT_THERE
    }

    @Transactional
    public Answer propose(Proposal proposal, SignedIn by) {
        var address = EmailAddress.read(proposal.email());
        if (address.isEmpty()) {
            return new Refused(Why.NO_ADDRESS);
        }
        var person = people.byEmail(address.get().text());
        var name = proposal.name().strip();
        if (person.isEmpty() && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            return new Refused(Why.NO_NAME);
        }
        var duty = proposal.readDuty();
        if (duty.isEmpty()) {
            return new Refused(Why.NO_DUTY);
        }
        var programme = programmes.all().stream()
                .map(each -> each.id())
                .filter(id -> id.toString().equals(proposal.programme()))
                .findFirst();
        if (programme.isEmpty() && !proposal.programme().isEmpty()) {
            return new Refused(Why.NO_PROGRAMME);
        }
        if (programme.isPresent() && duty.get() == Duty.OWNER) {
            return new Refused(Why.OWNERS_OWN_ALL);
        }
        var reason = proposal.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new Refused(Why.NO_REASON);
        }
        grants.lockOwners();
        return propose(account(person, address.get(), name), duty.get(), programme.orElse(null), reason, by);
    }

    private Answer propose(UUID account, Duty duty, @Nullable UUID programme, String reason, SignedIn by) {
        var held = new SignedIn.Held(duty, programme);
        if (grants.openOf(account).stream().anyMatch(grant -> grant.held().equals(held))) {
            return new Refused(Why.HELD_ALREADY);
        }
        var id = grants.propose(account, duty, programme, reason, by.accountId(), clock.instant());
        var grant = grants.find(id).orElseThrow();
        events.publishEvent(new DutyProposed(grant, clock.instant()));
        return new Done(grant);
    }

    private UUID account(Optional<Person> person, EmailAddress address, String name) {
        return person.isPresent()
                ? accounts.open(person.get().id(), null, null, clock.instant())
                : accounts.open(null, address.text(), name, clock.instant());
    }

    @Transactional
    public Answer confirm(UUID id, SignedIn by) {
        Acting.system(grants::lockOwners);
        var grant = grants.find(id).filter(each -> !each.confirmed());
        if (grant.isEmpty() || !(by.owner() || isHolder(grant.get(), by))) {
            return new Refused(Why.NOT_THERE);
        }
        if (!confirmable(grant.get(), by)) {
            return refused(grant.get(), by, Why.TWO_PEOPLE);
        }
        if (grant.get().duty() == Duty.OWNER
                && !Acting.system(() -> owners.couldComeIn(grant.get().holder().id()))) {
            return refused(grant.get(), by, Why.NO_PASSKEY);
        }
        grants.confirm(id, by.accountId(), clock.instant());
        events.publishEvent(new DutyConfirmed(grant.get(), by.accountId(), clock.instant()));
        return new Done(grant.get());
    }

    /// Whether somebody could be the second one.
    @Transactional(readOnly = true)
    public boolean confirmable(Grant grant, SignedIn by) {
        var proposer = grant.proposedBy();
        return !grant.confirmed()
                && !by.accountId().equals(proposer)
                && (by.owner() || isHolder(grant, by) && isOnlyOwner(proposer));
    }

    /// Ends a duty, or turns down what was proposed: an owner anybody's, everyone their own.
    @Transactional
    public Answer end(UUID id, SignedIn by) {
        Acting.system(grants::lockOwners);
        var grant = grants.find(id);
        if (grant.isEmpty() || !(by.owner() || isHolder(grant.get(), by))) {
            return new Refused(Why.NOT_THERE);
        }
        if (!endable(grant.get())) {
            return refused(grant.get(), by, Why.LAST_OWNER);
        }
        grants.end(id, by.accountId(), clock.instant());
        events.publishEvent(new DutyEnded(grant.get(), by.accountId(), clock.instant()));
        return new Done(grant.get());
    }

    /// What was typed wrong is told to whoever typed it. What somebody may not do is told to the log too.
    private Refused refused(Grant grant, SignedIn by, Why why) {
        events.publishEvent(new DutyRefused(grant, by.accountId(), why));
        return new Refused(why);
    }

    /// Whether it can end: there is always an owner.
    @Transactional(readOnly = true)
    public boolean endable(Grant grant) {
        return grant.duty() != Duty.OWNER
                || !grant.confirmed()
                || !isOnlyOwner(grant.holder().id());
    }

    private boolean isOnlyOwner(@Nullable UUID account) {
        var owners = Acting.system(grants::owners);
        return owners.size() == 1 && owners.getFirst().equals(account);
    }

    private static boolean isHolder(Grant grant, SignedIn who) {
        return grant.holder().id().equals(who.accountId());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.applying.Applying;
import org.counterpart.identity.EmailAddress;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Consents;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invites a colleague to a call that is open, in one's own name and words (R01). It says whether the inviter did this
/// before, as the records have it and not as anybody claims; nobody can invite in somebody else's name. Whether an
/// address is anybody's is told to nobody.
@Component
public class Inviting {
    private final Invitations invitations;
    private final Applying applying;
    private final Experience experience;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Applying applying,
            Experience experience,
            Consents consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.invitations = invitations;
        this.applying = applying;
        this.experience = experience;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /// As it was typed.
    public record Typed(String address, String words) {
        public static final Typed NOTHING = new Typed("", "");
    }

    /// What came of it.
    public sealed interface Answer {}

    /// It is on its way, if the roster has anybody of that address.
    public record Sent(String address) implements Answer {}

    /// @param faults by field
    public record Refused(Map<String, Saying> faults) implements Answer {
        public Refused {
            faults = Map.copyOf(faults);
        }
    }

    /// The call is not open, or the roster does not name whoever asks.
    public record Shut() implements Answer {}

    public boolean open(UUID programmeId, SignedIn who) {
        return who.personId() instanceof String person
                && applying.door(programmeId, person).open();
    }

    /// What a reader is told of whoever invites.
    public Set<Role> signedAs(SignedIn who) {
        return who.personId() instanceof String person ? experience.of(person) : Set.of();
    }

    public List<Invitation> sent(UUID programmeId, SignedIn who) {
        return who.personId() instanceof String person ? invitations.by(programmeId, person) : List.of();
    }

    @Transactional
    public Answer invite(UUID programmeId, SignedIn who, Typed typed) {
        if (!(who.personId() instanceof String person) || !open(programmeId, who)) {
            return new Shut();
        }
        var address = EmailAddress.read(typed.address()).map(EmailAddress::text).orElse("");
        var words = PlainText.of(typed.words());
        var faults = faults(address, words, who);
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        var invitation = new Invitation(
                programmeId, person, invitee(address), address, experience.of(person), words.text(), clock.instant());
        if (!invitations.add(invitation)) {
            return new Refused(Map.of("address", whyNot(programmeId, person, address)));
        }
        if (invitation.inviteeId() != null) {
            events.publishEvent(new Invited(invitation));
        }
        return new Sent(address);
    }

    private static Map<String, Saying> faults(String address, PlainText words, SignedIn who) {
        var faults = new TreeMap<String, Saying>();
        if (address.isEmpty()) {
            faults.put("address", Saying.of("enrolment.invite.fault.address"));
        } else if (address.equals(who.email())) {
            faults.put("address", Saying.of("enrolment.invite.fault.own"));
        }
        if (!words.fits(Invitation.LONGEST)) {
            faults.put(
                    "words",
                    Saying.of("enrolment.invite.fault.words", words.text().length(), Invitation.LONGEST));
        }
        return faults;
    }

    /// Whoever left the programme gets no mail of it; that they did is told to nobody.
    private @Nullable String invitee(String address) {
        return Acting.system(() -> invitations
                .at(address)
                .filter(id -> !consents.left().contains(id))
                .orElse(null));
    }

    private Saying whyNot(UUID programmeId, String person, String address) {
        return invitations.by(programmeId, person).stream()
                        .anyMatch(each -> each.address().equals(address))
                ? Saying.of("enrolment.invite.fault.twice", address)
                : Saying.of("enrolment.invite.fault.many", Invitation.MOST);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import org.counterpart.duties.DutyRefused;
import org.counterpart.identity.CameIn;
import org.counterpart.identity.DutyConfirmed;
import org.counterpart.identity.DutyEnded;
import org.counterpart.identity.DutyProposed;
import org.counterpart.identity.Grant;
import org.counterpart.identity.LinkedToProvider;
import org.counterpart.identity.OwnerSetUp;
import org.counterpart.identity.PasskeyAdded;
import org.counterpart.identity.PasskeyDenied;
import org.counterpart.identity.PasskeyRemoved;
import org.counterpart.identity.RecoveryIssued;
import org.counterpart.identity.SessionEnded;
import org.counterpart.identity.SignInByProviderRefused;
import org.counterpart.identity.SignInLinkAsked;
import org.counterpart.identity.SignInLinkRefused;
import org.counterpart.people.AddressesChanged;
import org.counterpart.postgres.Acting;
import org.counterpart.web.AccessRefused;
import org.springframework.stereotype.Component;

/// Records who came, who went, who was refused, and who is entrusted with what.
@Component
class RecordingAccess {
    private final AuditLog log;

    RecordingAccess(AuditLog log) {
        this.log = log;
    }

    @Recorded
    void record(CameIn event) {
        log.add(Deed.of(Kind.SIGNED_IN).by(event.accountId()).because(event.by()));
    }

    @Recorded
    void record(SessionEnded event) {
        log.add(Deed.of(Kind.SIGNED_OUT).by(event.accountId()).because(event.why()));
    }

    /// By nobody, whoever asked: who asks for a link is not known before it is used.
    @Recorded
    void record(SignInLinkAsked event) {
        log.add(Deed.of(Kind.SIGN_IN_LINK_ASKED));
    }

    @Recorded
    void record(SignInLinkRefused event) {
        log.add(Deed.of(Kind.SIGN_IN_LINK_REFUSED));
    }

    @Recorded
    void record(SignInByProviderRefused event) {
        log.add(Deed.of(Kind.SIGN_ON_REFUSED).because(event.why()));
    }

    @Recorded
    void record(LinkedToProvider event) {
        log.add(Deed.of(Kind.LINKED_TO_PROVIDER).by(event.accountId()));
    }

    @Recorded
    void record(PasskeyAdded event) {
        log.add(Deed.of(Kind.PASSKEY_ADDED).by(event.accountId()));
    }

    @Recorded
    void record(PasskeyRemoved event) {
        log.add(Deed.of(Kind.PASSKEY_REMOVED).by(event.accountId()));
    }

    /// Whoever wanted to come in by it is nobody yet.
    @Recorded
    void record(PasskeyDenied event) {
        log.add(Deed.of(Kind.PASSKEY_REFUSED).by(Acting.account()).because(event.why()));
    }

    @Recorded
    void record(AddressesChanged event) {
        log.add(Deed.of(Kind.ADDRESSES_CHANGED)
                .by(Acting.account())
                .concerning(event.before().keySet()));
    }

    @Recorded
    void record(OwnerSetUp event) {
        log.add(Deed.of(Kind.OWNER_SET_UP).by(event.accountId()));
    }

    @Recorded
    void record(RecoveryIssued event) {
        log.add(Deed.of(Kind.RECOVERY_ISSUED).about(About.account(event.accountId())));
    }

    @Recorded
    void record(DutyProposed event) {
        log.add(duty(Kind.DUTY_PROPOSED, event.grant()).by(Acting.account()));
    }

    @Recorded
    void record(DutyConfirmed event) {
        log.add(duty(Kind.DUTY_CONFIRMED, event.grant()).by(event.by()));
    }

    @Recorded
    void record(DutyEnded event) {
        log.add(duty(Kind.DUTY_ENDED, event.grant()).by(event.by()));
    }

    @Recorded
    void record(DutyRefused event) {
        log.add(duty(Kind.DUTY_REFUSED, event.grant()).by(event.by()).because(event.why()));
    }

    @Recorded
    void record(AccessRefused event) {
        log.add(Deed.of(Kind.ACCESS_REFUSED)
                .by(Acting.account())
                .about(About.route(event.route()))
                .because(event.why()));
    }

    private static Deed duty(Kind kind, Grant grant) {
        return Deed.of(kind)
                .in(grant.programmeId())
                .about(About.account(grant.holder().id()))
                .because(grant.duty());
    }
}

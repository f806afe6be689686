// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.sponsor;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.web.Duty;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets a sponsor say what they do not know (R101), until pairs meet. Whoever is not entrusted with it cannot write it,
/// and whoever is has to say that the words are theirs: such a note from a communications desk is worth nothing.
@Component
public class SigningNotes {
    private final SponsorNotes notes;
    private final Phases phases;
    private final Clock clock;

    SigningNotes(SponsorNotes notes, Phases phases, Clock clock) {
        this.notes = notes;
        this.phases = phases;
        this.clock = clock;
    }

    /// What is wrong, by field; empty where it was signed.
    @Transactional
    public Map<String, Saying> sign(UUID programmeId, SignedIn who, String typed, boolean own) {
        var words = PlainText.of(typed);
        var faults = new TreeMap<String, Saying>();
        if (!words.fits(SponsorNote.LONGEST)) {
            faults.put(
                    "text",
                    Saying.of("programme.sponsor.fault.text", words.text().length(), SponsorNote.LONGEST));
        }
        if (!own) {
            faults.put("own", Saying.of("programme.sponsor.fault.own"));
        }
        if (!open(programmeId)) {
            faults.put("late", Saying.of("programme.sponsor.late"));
        }
        if (faults.isEmpty()) {
            notes.sign(new SponsorNote(programmeId, who.accountId(), who.name(), words.text(), clock.instant()));
        }
        return faults;
    }

    /// Takes it back, at any time.
    @Transactional
    public void remove(UUID programmeId, SignedIn who) {
        notes.remove(programmeId, who.accountId());
    }

    public boolean sponsors(UUID programmeId, SignedIn who) {
        return who.holds(Duty.SPONSOR, programmeId);
    }

    public Optional<SponsorNote> own(UUID programmeId, SignedIn who) {
        return Acting.system(() -> notes.find(programmeId, who.accountId()));
    }

    public boolean open(UUID programmeId) {
        return Acting.system(() -> phases.of(programmeId)).compareTo(Phase.ACTIVE) < 0;
    }
}

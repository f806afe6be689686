// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.sponsor;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.CallWords;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Opens a call with what its sponsors do not know (R101).
@Component
class SponsorWords implements CallWords {
    private static final int ORDER = 20;

    private final SponsorNotes notes;

    SponsorWords(SponsorNotes notes) {
        this.notes = notes;
    }

    @Override
    public List<Words> of(UUID programmeId, SignedIn who) {
        return notes.of(programmeId).stream()
                .map(note -> new Words(
                        ORDER,
                        Saying.of("programme.sponsor.title"),
                        note.text(),
                        Saying.of("programme.sponsor.by", note.name())))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;

/// The calls that somebody can apply to now.
@Component
public class OpenCalls {
    private final Programmes programmes;
    private final Applying applying;

    OpenCalls(Programmes programmes, Applying applying) {
        this.programmes = programmes;
        this.applying = applying;
    }

    /// @param words of the link to their application, as it stands
    public record OpenCall(UUID programmeId, String name, Saying words) {}

    /// Newest first.
    public List<OpenCall> of(String personId) {
        return programmes.all().stream()
                .filter(programme -> applying.door(programme.id(), personId).open())
                .map(programme -> new OpenCall(
                        programme.id(),
                        programme.name(),
                        Saying.of("enrolment.apply.action"
                                + ApplyAction.stands(applying.draft(programme.id(), personId)))))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.util.List;
import java.util.function.IntFunction;
import org.counterpart.matching.fairness.Section;
import org.counterpart.web.Words;

/// The words that go with a solved instance: a name for each person, a reason for each pair made, the benefit to
/// either side where it is known, and who is left out and why. `summary` are lines on what was decided and
/// `fairness` the audit, for the report.
public record Told(
        IntFunction<String> name,
        IntFunction<String> reason,
        IntFunction<long[]> sides,
        List<Unmatched> unmatched,
        List<String> summary,
        List<Section> fairness,
        boolean twoSided,
        Words words) {
    public Told {
        unmatched = List.copyOf(unmatched);
        summary = List.copyOf(summary);
        fairness = List.copyOf(fairness);
    }

    /// Somebody in no pair, the role they could have had, and why.
    public record Unmatched(int person, String role, String reason) {}
}

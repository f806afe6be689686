// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import java.util.List;
import java.util.Optional;
import org.counterpart.privacy.Erasing.Count;
import org.counterpart.privacy.Erasing.DryRun;
import org.counterpart.privacy.Erasing.Why;
import org.counterpart.privacy.Rule.Fate;
import org.jspecify.annotations.Nullable;

/// What an erasure would do, before it does anything.
///
/// @param name of whom it is about; empty where nobody was found
/// @param refusal why they cannot be erased; none where they can
/// @param unsure whether the button was pressed without saying that one is sure
public record ErasurePage(
        String name,
        List<Count> gone,
        List<Count> left,
        @Nullable Why refusal,
        boolean unsure) {
    static ErasurePage of(Optional<DryRun> dryRun, boolean unsure) {
        return dryRun.map(run -> new ErasurePage(
                        run.subject().name(),
                        run.counts().stream()
                                .filter(each -> each.fate() == Fate.DELETED)
                                .toList(),
                        run.counts().stream()
                                .filter(each -> each.fate() != Fate.DELETED)
                                .toList(),
                        run.refusal().orElse(null),
                        unsure))
                .orElseGet(() -> new ErasurePage("", List.of(), List.of(), Why.UNKNOWN, unsure));
    }
}

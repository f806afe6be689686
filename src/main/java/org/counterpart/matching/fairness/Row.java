// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One group beside all others of its population.
///
/// @param groups the names; several where groups too small to stand alone stand together
/// @param leftOut people of the group left out, of all who signed up
/// @param ratio how often they are paired beside the others; none where nobody else is in a pair
/// @param points what a pair is worth to those who are in one; none where they are too few to say
/// @param leftOutFinding whether it differs in who is left out
/// @param pointsFinding whether it differs in points; none where they are too few to say
public record Row(
        List<String> groups,
        Rate leftOut,
        @Nullable Ratio ratio,
        @Nullable Middle points,
        Finding leftOutFinding,
        @Nullable Finding pointsFinding) {
    public Row {
        groups = List.copyOf(groups);
    }

    Row with(Finding leftOutJudged, @Nullable Finding pointsJudged) {
        return new Row(groups, leftOut, ratio, points, leftOutJudged, pointsJudged);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.List;
import java.util.UUID;
import org.counterpart.web.Saying;

/// Numbers about a call that everyone may read, carried by a later module: how many applied, how many were chosen.
/// Never so few that they tell who.
public interface CallFigure {
    /// Empty as long as there is nothing to tell.
    List<Figure> of(UUID programmeId);

    /// @param order its place among the figures, from 1; the places are 10 and 20
    /// @param words what is counted
    record Figure(int order, Saying words, long count) {}
}

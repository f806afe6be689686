// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was found about one criterion. Null and empty stand for what is not said yet.
///
/// @param seen what was seen, or why it cannot be said, in up to 1,000 characters
/// @param people from how many it was seen: [#FEWEST] to 100,000, or null where it cannot be said
/// @param on the day on which it was seen
public record Found(
        @Nullable Finding finding,
        String seen,
        @Nullable Integer people,
        @Nullable LocalDate on) {
    public static final int LONGEST = 1_000;
    public static final int MOST = 100_000;

    /// From fewer, others could tell who said what.
    public static final int FEWEST = 8;

    public static final Found NOTHING = new Found(null, "", null, null);
}

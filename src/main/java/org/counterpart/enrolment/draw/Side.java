// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Locale;

/// The role an applicant applied for, where places are drawn by role; `ANY` where they are not. `EITHER` gets one of
/// the two by lot before the draw, and so one ticket like everybody else.
public enum Side {
    ANY(Pool.EVERYONE),
    MENTOR(Pool.MENTOR),
    MENTEE(Pool.MENTEE),
    EITHER(Pool.MENTOR, Pool.MENTEE);

    private final java.util.Set<Pool> pools;

    Side(Pool... pools) {
        this.pools = java.util.Set.of(pools);
    }

    boolean fits(Pool pool) {
        return pools.contains(pool);
    }

    /// As files name it; empty for `ANY`.
    public String text() {
        return this == ANY ? "" : name().toLowerCase(Locale.ROOT);
    }
}

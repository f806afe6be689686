// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.time.Duration;

/// Something was asked for too often; after `wait` it can be asked for again.
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;
    private final boolean first;

    /// @param first whether this is the first such refusal since long enough to be recorded
    public TooMany(Duration wait, boolean first) {
        super("Too many requests.", null, false, false);
        this.wait = wait;
        this.first = first;
    }

    boolean first() {
        return first;
    }

    /// In whole seconds, at least one.
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}

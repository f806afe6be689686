// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.concurrent.CancellationException;

/// A question can take minutes; whoever interrupts its thread has the solver stop within a moment.
final class Interruption {
    private Interruption() {}

    /// @throws CancellationException if this thread was interrupted
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The matching was stopped before it was solved.");
        }
    }
}

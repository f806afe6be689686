// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// Told now and then how far the work is; it may stop it by throwing. Interrupting the thread stops it sooner.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (_, _) -> {};

    /// @param share of this stage that is done, 0 to 1; negative where it cannot be known
    void at(Stage stage, double share);

    enum Stage {
        MOST,
        WORST,
        TOTAL
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.List;
import java.util.Map;

/// What came of checking a folder.
public sealed interface Verdict {
    /// Every statement of the certificate holds among the `edges`, which were weighed; benefits as exact decimals,
    /// goals in the order in which they count once the most people are served. `unweighed` is how many more pairs
    /// it says are allowed, which is not checked. `margins` say by how much more `most` pairs or a goal are not
    /// excluded, for those that are not proved to the end.
    record Verified(
            int pairs,
            String worst,
            String total,
            int people,
            int edges,
            long unweighed,
            List<String> goals,
            Map<String, Long> margins)
            implements Verdict {}

    /// No two people would leave their pairs for each other; `best…` is what the certificate says that the best pairs
    /// would reach, which is not checked.
    record Stable(
            int pairs,
            String worst,
            String total,
            int people,
            int edges,
            long unweighed,
            int bestPairs,
            String bestWorst,
            String bestTotal)
            implements Verdict {}

    /// The first statement that does not hold: the key of its text and what stands in it.
    record Rejected(String key, List<Object> arguments) implements Verdict {}
}

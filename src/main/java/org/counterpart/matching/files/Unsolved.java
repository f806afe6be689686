// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.util.List;

/// Why there is no answer under the quotas.
///
/// @param conflicting positions of the fewest required quotas that no pairs keep together; empty where the search was
/// given up before it could tell
public record Unsolved(List<Integer> conflicting) implements Outcome {
    public Unsolved {
        conflicting = List.copyOf(conflicting);
    }
}

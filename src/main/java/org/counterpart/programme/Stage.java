// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.List;
import java.util.UUID;

/// A part of a programme that a later module carries. The programme's page shows the stages in order, without
/// knowing what they are about.
public interface Stage {
    /// Where the stage stands.
    Standing standing(UUID programmeId);

    /// @param order its place among the stages, from 1
    /// @param key beginning of its texts: `.title`, `.text` (which takes `about`) and `.next`
    /// @param path of its page below the programme's
    record Standing(int order, String key, State state, List<Object> about, String path) {
        public Standing {
            about = List.copyOf(about);
        }
    }

    enum State {
        /// Something before it is missing.
        LATER,
        /// The owner can act.
        OPEN,
        DONE
    }
}

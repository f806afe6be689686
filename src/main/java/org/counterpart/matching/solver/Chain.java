// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why one part of what could be holds no pairs that are better one thing after the other, without ever weighing these
/// things against each other. Each link is a [Bound] on what one thing can reach among the answers that reach as much
/// as the chosen pairs of everything before it. Such answers leave nothing of the earlier bounds unused: they make only
/// pairs whose prices are just covered, use up every place that has a price, and make every pair that has a surcharge
/// (complementary slackness; A. Goldman, A. Tucker 1956). So a later bound need cover no other pairs, and where a place
/// or a pair is used up whatever happens, its price or surcharge may be negative. A chain ends where a bound falls
/// short of the chosen pairs, or after the last thing.
///
/// @param mentors people who may be either and are assumed to be mentors; `mentees` likewise
public record Chain(int[] mentors, int[] mentees, List<Link> links) {
    public Chain {
        links = List.copyOf(links);
    }

    /// What a link is about.
    public enum About {
        /// The number of pairs.
        PAIRS,

        /// What the goals before weigh together.
        SO_FAR,

        /// The number of pairs whose benefit is above a level.
        ABOVE,

        /// A goal that adds up.
        GOAL
    }

    /// @param level of [About#ABOVE], 0 otherwise
    /// @param goal of [About#GOAL], null otherwise
    public record Link(About about, long level, @Nullable Goal goal, Bound bound) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

/// What became of something that a browser sent to be kept.
public enum Answer {
    KEPT,
    /// Another device was faster, or it is written in a wrong way.
    REFUSED,
    /// The pair is not theirs.
    NOT_THEIRS
}

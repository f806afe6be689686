// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import java.util.List;

/// What came of repeating a draw from its folder.
public sealed interface Repetition {
    /// It comes out the same, byte for byte. Whether the commitment and the digest of the list are those that were
    /// published is for whoever has them.
    record Same(int applicants, int starting, String commitment, String list, String root) implements Repetition {}

    /// The first thing that differs.
    ///
    /// @param arguments of its sentence
    record Differs(What what, List<Object> arguments) implements Repetition {}

    /// What can differ.
    enum What {
        FORM,
        PUBLISHED_SEED,
        PUBLISHED_LIST,
        SEED,
        ENTRY,
        LIST,
        REFUSED,
        PLACE,
        GROUP,
        BYTES,
        FILE,
        MISSING,
        FOREIGN
    }
}

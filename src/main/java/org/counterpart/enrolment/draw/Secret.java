// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What makes the outcome unforeseeable.
///
/// @param seed chosen before the call opens; only its commitment is known until the draw
/// @param witness what somebody says who does not know the seed, once the list is closed; empty for nobody
/// @param source where everybody can look up what the witness said; told beside it, and nothing is drawn from it
public record Secret(String seed, String witness, String source) {
    public Secret(String seed, String witness) {
        this(seed, witness, "");
    }

    /// SHA-256 of the seed, as `printf %s "$seed" | sha256sum` prints it.
    public String commitment() {
        return commitment(seed);
    }

    public static String commitment(String seed) {
        return HexFormat.of().formatHex(Hashing.sha256(seed.getBytes(StandardCharsets.UTF_8)));
    }
}

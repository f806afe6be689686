// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.UUID;

/// Something that was sealed, at its place.
///
/// @param sequence from 1, without a gap
/// @param previous the hash of the item before
public record Item(UUID id, int epoch, long sequence, Sealed previous, Sealed sealed) {
    private static final int HASH = 32;
    /// Version, commitment, nonce, opening and tag.
    private static final int AROUND = 93;
    private static final int STEP = 256;
    private static final int MOST = 65_792;

    /// Whether it is as long as docs/security/keys.md says (section 6). What is in it, only browsers can say.
    boolean whole() {
        var text = sealed.size() - AROUND;
        return previous.size() == HASH && text >= STEP && text <= MOST && text % STEP == 0;
    }
}

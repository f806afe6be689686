// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

/// What everybody may know of a draw: who has the list repeats all of it, who has a [Proof] checks their own place.
///
/// @param commitment SHA-256 of the seed, known since before the call opened
/// @param listDigest of the list, known since it was closed
/// @param root of the tree of all places (RFC 6962)
public record Notice(Terms terms, int applicants, String commitment, String listDigest, Secret secret, String root) {
    static Notice of(Drawn drawn, byte[] root) {
        return new Notice(
                drawn.list().terms(),
                drawn.places().size(),
                drawn.secret().commitment(),
                drawn.list().digest(),
                drawn.secret(),
                java.util.HexFormat.of().formatHex(root));
    }
}

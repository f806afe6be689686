// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// Why a passkey did not let somebody in, was not kept, or was not removed.
public enum PasskeyRefused {
    /// Nothing came, or nothing that can be read: most likely without JavaScript.
    NOTHING,
    /// It was not asked for in this browser, or was used up, or is older than ten minutes.
    TOO_LATE,
    /// The passkey was removed here, or belongs to somebody else, or to somebody who left.
    UNKNOWN,
    /// It was not made for this address, or not signed by that passkey, or the device did not make sure who holds it.
    NOT_PROVEN,
    /// It is here already.
    KNOWN,
    /// Whoever asked showed too long ago that it is them, or not well enough for an owner.
    NOT_FRESH,
    /// Whoever runs the programmes would have no way in.
    LAST_OF_AN_OWNER
}

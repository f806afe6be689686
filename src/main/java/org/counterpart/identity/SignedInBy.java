// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// How somebody showed who they are when a session began.
public enum SignedInBy {
    /// Something they have, opened by something they know or are.
    PASSKEY,
    MAILED_LINK,
    /// The organisation's single sign-on, which asked for one thing only, or did not say.
    PROVIDER,
    /// The organisation's single sign-on, which asked for a second factor and says so.
    PROVIDER_TWO_FACTORS,
    /// Of a demonstration, where everyone is made up.
    OPEN_DOOR;

    /// Whether it is enough for running the programmes: two factors, of which no look-alike site gets hold (ASVS
    /// 6.3.3).
    public boolean enoughForOwners() {
        return switch (this) {
            case PASSKEY, PROVIDER_TWO_FACTORS, OPEN_DOOR -> true;
            case MAILED_LINK, PROVIDER -> false;
        };
    }
}

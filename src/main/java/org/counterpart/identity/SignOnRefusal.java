// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// Why nobody came in from a provider.
public enum SignOnRefusal {
    /// This browser began no such sign-in within ten minutes, or it was answered before.
    NOT_BEGUN_HERE,
    /// The answer names another issuer, or none although this provider always names itself (RFC 9207).
    ANSWERED_BY_ANOTHER,
    /// The provider answered that it lets nobody in. Mostly somebody pressed its button to cancel.
    DECLINED_BY_PROVIDER,
    /// The provider, its keys or its description of itself cannot be had.
    UNREACHABLE,
    /// The provider gave no ID token for the code.
    CODE_WITHOUT_TOKEN,
    /// The token is no signed one, or signed in a way or by a key that is not the provider's.
    NOT_SIGNED_BY_PROVIDER,
    /// The token is of another issuer, for another client or another time, or lacks what the operator requires.
    NOT_MEANT_FOR_US,
    /// The token answers another question than this browser's (`nonce`).
    NOT_FOR_THIS_BROWSER,
    /// Nothing that the provider may vouch by leads to somebody with an account.
    VOUCHED_FOR_NOBODY,
    /// It leads to somebody who signs in as another subject, here or at another provider.
    LINKED_TO_ANOTHER;

    /// Which text people read; all that is wrong with a token looks the same from outside.
    public Kind kind() {
        return switch (this) {
            case NOT_BEGUN_HERE, DECLINED_BY_PROVIDER -> Kind.AGAIN;
            case UNREACHABLE -> Kind.UNREACHABLE;
            case ANSWERED_BY_ANOTHER,
                    CODE_WITHOUT_TOKEN,
                    NOT_SIGNED_BY_PROVIDER,
                    NOT_MEANT_FOR_US,
                    NOT_FOR_THIS_BROWSER -> Kind.UNPROVEN;
            case VOUCHED_FOR_NOBODY, LINKED_TO_ANOTHER -> Kind.UNKNOWN;
        };
    }

    public enum Kind {
        AGAIN,
        UNREACHABLE,
        UNPROVEN,
        UNKNOWN
    }
}

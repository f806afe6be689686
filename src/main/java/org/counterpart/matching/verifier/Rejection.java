// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

/// Ends a verification with the statement that does not hold; never leaves this package.
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;

    Rejection(String reason, Object... arguments) {
        super(reason.formatted(arguments));
    }

    static void unless(boolean holds, String reason, Object... arguments) {
        if (!holds) {
            throw new Rejection(reason, arguments);
        }
    }
}

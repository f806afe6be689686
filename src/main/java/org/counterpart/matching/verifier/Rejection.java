// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.List;

/// Ends a verification with the statement that does not hold; never leaves this package.
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;

    final String key;
    final transient List<Object> arguments;

    Rejection(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    static void unless(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Rejection(key, arguments);
        }
    }
}

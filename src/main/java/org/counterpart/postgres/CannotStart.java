// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

/// Why the database does not start, in a sentence that says what to do.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}

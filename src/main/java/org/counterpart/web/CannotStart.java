// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.List;

/// Why Counterpart does not start, in a sentence that says what to do.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Saying why;

    public CannotStart(String key, Object... arguments) {
        super(key + List.of(arguments));
        why = Saying.of(key, arguments);
    }

    public Saying why() {
        return why;
    }
}

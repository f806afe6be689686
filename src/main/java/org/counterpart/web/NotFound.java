// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import org.jspecify.annotations.Nullable;

/// What was asked for does not exist, or not for whoever asks: the two look the same from outside.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final AccessRefused.@Nullable Why refused;

    /// Nothing of the kind exists.
    public NotFound() {
        this(null);
    }

    /// It is refused to whoever asks, which is recorded.
    public NotFound(AccessRefused.@Nullable Why refused) {
        super("Not found, or not theirs.");
        this.refused = refused;
    }

    AccessRefused.@Nullable Why refused() {
        return refused;
    }
}

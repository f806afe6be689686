// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// What was asked for does not exist, or not for whoever asks: the two look the same from outside.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFound() {
        super("Not found, or not theirs.");
    }
}

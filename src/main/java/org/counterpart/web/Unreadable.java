// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// What was sent is no text: there is a character U+0000 in it.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
        super("A character U+0000.", null, false, false);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

/// What was received is not what the specification allows.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String why) {
        super(why);
    }

    Refused(Exception why) {
        super(why);
    }
}

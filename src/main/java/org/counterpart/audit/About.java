// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.util.UUID;

/// What an event is about, people aside: an id and what it is the id of. Names, addresses and what people wrote have no
/// place here.
record About(String text) {
    static About account(UUID id) {
        return new About("account:" + id);
    }

    static About run(UUID id) {
        return new About("run:" + id);
    }

    static About pair(UUID id) {
        return new About("pair:" + id);
    }

    /// @param hash of the entry, in hexadecimal
    static About keyLogEntry(String hash) {
        return new About("key:" + hash);
    }

    /// @param pattern with the names of its variables, never their values
    static About route(String pattern) {
        return new About("route:" + pattern);
    }
}

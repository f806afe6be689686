// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people;

import java.time.Instant;
import java.util.Map;

/// Mail reaches people by another address than before, or by none. Heard within the same transaction.
///
/// @param before their old addresses, by id in the roster; without those who had none
public record AddressesChanged(Map<String, String> before, Instant at) {
    public AddressesChanged {
        before = Map.copyOf(before);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How much one network may ask for.
///
/// @param network how often it may call a handler whose limit grows with the roster, whatever its size: 30 to
/// 1,000,000;
/// where nothing is said, the limit grows
@ConfigurationProperties("counterpart.limits")
record LimitSettings(@Nullable Integer network) {
    private static final int LEAST = 30;
    private static final int MOST = 1_000_000;

    LimitSettings {
        if (network != null && (network < LEAST || network > MOST)) {
            throw new CannotStart("web.limits", network, LEAST, MOST);
        }
    }
}

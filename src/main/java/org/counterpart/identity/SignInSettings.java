// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which ways in there are beside passkeys.
///
/// @param mailedLink whether links are mailed; where nothing is said, only if nobody has single sign-on
@ConfigurationProperties("counterpart.sign-in")
record SignInSettings(@Nullable Boolean mailedLink) {
    boolean linksAreMailed(SingleSignOn signOn) {
        return mailedLink != null ? mailedLink : !signOn.offered();
    }
}

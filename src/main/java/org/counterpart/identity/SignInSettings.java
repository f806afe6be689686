// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which ways in there are beside passkeys.
///
/// @param mailedLink whether links are mailed; off where everyone has the organisation's single sign-on
@ConfigurationProperties("counterpart.sign-in")
record SignInSettings(@DefaultValue("true") boolean mailedLink) {}

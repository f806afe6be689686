// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import org.counterpart.privacy.Erasing.Why;
import org.jspecify.annotations.Nullable;

/// Somebody was not erased.
///
/// @param personId in the roster; none for somebody whom it does not name
public record ErasureRefused(@Nullable String personId, Why why) {}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in. The id is who they are; the address only says where mail reaches them.
///
/// @param personId their id in the roster; none for somebody whom it does not name
public record Account(UUID id, @Nullable String personId, String email, String name) {}

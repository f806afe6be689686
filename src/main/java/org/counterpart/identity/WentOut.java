// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;

/// Somebody signed out.
public record WentOut(UUID accountId) {}

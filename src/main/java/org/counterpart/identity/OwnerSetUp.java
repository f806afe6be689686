// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;

/// The first owner came into being by the set-up link. Heard within the same transaction.
public record OwnerSetUp(UUID accountId) {}

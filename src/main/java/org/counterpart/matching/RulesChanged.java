// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.UUID;

/// The rules of a programme were changed. Heard within the same transaction.
public record RulesChanged(UUID programmeId) {}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.UUID;

/// A programme was started. Heard within the same transaction.
public record ProgrammeStarted(UUID programmeId) {}

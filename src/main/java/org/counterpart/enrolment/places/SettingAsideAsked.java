// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.UUID;

/// One person wants a draw not to count. Heard within the same transaction.
public record SettingAsideAsked(UUID programmeId, int round) {}

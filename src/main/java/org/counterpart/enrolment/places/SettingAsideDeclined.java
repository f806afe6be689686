// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.UUID;

/// What one person wanted is not to be, and the draw stays. Heard within the same transaction.
public record SettingAsideDeclined(UUID programmeId, int round) {}

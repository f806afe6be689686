// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.UUID;

/// Somebody wanted to set a draw aside alone, or one that decided about themselves.
public record SettingAsideRefused(UUID programmeId, SettingDrawsAside.Why why) {}

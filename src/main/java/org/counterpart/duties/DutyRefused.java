// SPDX-License-Identifier: Apache-2.0
package org.counterpart.duties;

import java.util.UUID;
import org.counterpart.duties.EntrustingDuties.Why;
import org.counterpart.identity.Grant;

/// Somebody wanted to confirm or to end a duty that is theirs to see, and may not.
///
/// @param by account of whoever tried
public record DutyRefused(Grant grant, UUID by, Why why) {}

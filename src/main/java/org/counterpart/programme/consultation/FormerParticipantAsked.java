// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import org.counterpart.identity.Secret;

/// Somebody is to be asked by mail what an earlier programme was like. Heard within the same transaction.
public record FormerParticipantAsked(Asked asked, Secret link) {}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.credential.CredentialRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One way in, as its owner knows it.
///
/// @param name in their own words
/// @param usedAt last sign-in with it; none before the first
/// @param credential its public half, to check signatures with
public record Passkey(
        UUID id,
        UUID accountId,
        String name,
        Instant madeAt,
        @Nullable Instant usedAt,
        CredentialRecord credential) {
    public static final int LONGEST_NAME = 60;

    /// Whether it is on several devices, or may be, so that losing one does not lose it.
    public boolean onSeveralDevices() {
        return Boolean.TRUE.equals(credential.isBackedUp());
    }
}

// SPDX-License-Identifier: Apache-2.0
/// Passkeys: made and proved by the browser, checked by webauthn4j (Web Authentication, level 3).
@NullMarked
package org.counterpart.identity.passkey;

import org.jspecify.annotations.NullMarked;

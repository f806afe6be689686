// SPDX-License-Identifier: Apache-2.0
/// What browsers seal (docs/security/keys.md): devices, wrapped keys, the key log and sealed items. Ciphertext alone;
/// the
/// plaintext of P0 and P1 never reaches a server, and no key that opens it.
@NullMarked
package org.counterpart.vault;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

/// An entry was added to somebody's key log. Heard within the same transaction.
///
/// @param hash of the entry, in hexadecimal
public record KeyLogged(String personId, String hash) {}

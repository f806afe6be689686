// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Instant;

/// Somebody was erased. Heard within the erasing transaction. Who it was cannot be told from it any more.
///
/// @param standIn the random id under which what stays of them is kept
public record PersonErased(String standIn, Instant at) {}

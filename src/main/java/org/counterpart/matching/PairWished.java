// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An owner locked or forbade a pair, or left it open again. Heard within the same transaction.
///
/// @param wish none where the pair is open again
public record PairWished(UUID programmeId, PairKey pair, PairWish.@Nullable Kind wish) {}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import org.jspecify.annotations.Nullable;

/// What a browser brings back from a provider.
///
/// @param code to be given for a token; none where the provider lets nobody in
/// @param state which question this answers
/// @param issuer who says that they answer (RFC 9207)
/// @param error why nobody is let in
public record Answer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String issuer,
        @Nullable String error) {}

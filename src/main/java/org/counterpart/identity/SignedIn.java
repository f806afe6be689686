// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is asking, read anew at each request, so that a role taken away or a person who left counts at once. Take it in
/// a
/// handler as `@AuthenticationPrincipal SignedIn who`.
///
/// @param personId id of the person in the roster; none for an owner who takes part in no programme
/// @param name how the account is addressed; their own words, escape it
/// @param owner whether they run the programme
public record SignedIn(UUID accountId, @Nullable String personId, String name, boolean owner) {}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// Who is asking, read anew at each request, so that a role taken away or a person who left counts at once. Take it
/// in a handler as `@AuthenticationPrincipal SignedIn who`.
///
/// @param email the address that proved who they are, in lower case
/// @param personId their id in the roster; none for an owner who is no employee on record
/// @param name how to address them, in their own words
/// @param owner whether they run the programmes
public record SignedIn(String email, @Nullable String personId, String name, boolean owner) implements Serializable {}

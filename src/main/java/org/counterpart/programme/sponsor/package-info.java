// SPDX-License-Identifier: Apache-2.0
/// What a sponsor says in their own name before leaders and colleagues meet (R101).
@NamedInterface("sponsor")
@NullMarked
package org.counterpart.programme.sponsor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

// SPDX-License-Identifier: Apache-2.0
/// What a programme can begin with: criteria that others wrote before, in a readable file.
@NamedInterface("template")
@NullMarked
package org.counterpart.programme.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

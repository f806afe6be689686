// SPDX-License-Identifier: Apache-2.0
/// Making a call known: colleagues invite each other in their own names (R01), and owners write to everyone once.
@NamedInterface("inviting")
@NullMarked
package org.counterpart.enrolment.inviting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

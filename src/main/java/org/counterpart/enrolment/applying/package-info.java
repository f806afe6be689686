// SPDX-License-Identifier: Apache-2.0
/// Applying to a call: a draft that its author alone reads, and what is handed in as their sign-up (R05, R08, R106).
@NamedInterface("applying")
@NullMarked
package org.counterpart.enrolment.applying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

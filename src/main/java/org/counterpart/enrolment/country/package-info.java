// SPDX-License-Identifier: Apache-2.0
/// What differs from country to country before people there may apply: who is asked, and in which words (R62, L6).
@NamedInterface("country")
@NullMarked
package org.counterpart.enrolment.country;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

// SPDX-License-Identifier: Apache-2.0
/// Who gets one of the places of a programme: a secret that is committed to when its call opens, a list that is fixed
/// when the call closes, one draw, and places that come free (R65).
@NamedInterface("places")
@NullMarked
package org.counterpart.enrolment.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

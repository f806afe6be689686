/// The call: who signed up for which role, what they offer and want, and whom they must never meet.
@NullMarked
package org.counterpart.enrolment;

import org.jspecify.annotations.NullMarked;

/// Sign-ups as a file gives them, beside the people they are of.
@NamedInterface("signup")
@NullMarked
package org.counterpart.enrolment.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

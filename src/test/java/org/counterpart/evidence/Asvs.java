// SPDX-License-Identifier: Apache-2.0
package org.counterpart.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Requirements of the OWASP Application Security Verification Standard 5.0.0 that a test shows to hold, by their
/// numbers.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Asvs {
    String[] value();
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says how often one network may call a handler. A network is an IPv4 address or the first 64 bits of an IPv6 address;
/// that may be a whole office, so a limit is meant for machines and far above what colleagues do at one time. It fills
/// up evenly over the minutes.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limit {
    int times();

    int minutes();

    /// How many times more for each person of the roster, once that is more than `times`; 0 for a limit that does not
    /// grow.
    int each() default 0;
}

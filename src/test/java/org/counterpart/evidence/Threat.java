// SPDX-License-Identifier: Apache-2.0
package org.counterpart.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Threats of our model, by their numbers in docs/evidence.md, that a test shows to be met.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Threat {
    int[] value();
}

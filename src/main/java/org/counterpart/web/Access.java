// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says who may call a handler method, or every handler method of a controller; the method's own word goes before
/// its class's. A handler without it is refused to everyone.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {
    Audience value();
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Text by key in somebody's language; `{0}`, `{1}` … in it stand for the arguments.
@FunctionalInterface
public interface Words {
    String say(String key, Object... arguments);
}

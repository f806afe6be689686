// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.List;

/// Something to be said in whatever language its reader has.
public record Saying(String key, List<Object> arguments) {
    public Saying {
        arguments = List.copyOf(arguments);
    }

    public static Saying of(String key, Object... arguments) {
        return new Saying(key, List.of(arguments));
    }

    public String in(Words words) {
        return words.say(key, arguments.toArray());
    }
}

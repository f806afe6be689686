// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.Arrays;
import java.util.List;

/// Ends a verification with the statement that does not hold; never leaves this package.
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 100;

    final String key;
    final transient List<Object> arguments;

    Rejection(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = Arrays.stream(arguments).map(Rejection::shown).toList();
    }

    /// A forger's text as it can be told: short, on one line, and nothing that a terminal would obey.
    private static Object shown(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        var text = String.valueOf(argument);
        var shown = new StringBuilder();
        text.codePoints()
                .limit(SHOWN)
                .forEach(each -> shown.appendCodePoint(
                        Character.isISOControl(each) || Character.getType(each) == Character.FORMAT ? '\uFFFD' : each));
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    static void unless(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Rejection(key, arguments);
        }
    }
}

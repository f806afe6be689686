// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.files.Repeating;
import org.counterpart.enrolment.draw.files.Repetition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `draw --check DIR`: whether a draw comes out the same once more, and what differs first if not.
final class DrawCheck {
    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})?");

    private final Console console;
    private final boolean json;

    DrawCheck(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    int check(Path folder, String commitment, String list) {
        var ofSeed = commitment.strip().toLowerCase(Locale.ROOT);
        var ofList = list.strip().toLowerCase(Locale.ROOT);
        if (!DIGEST.matcher(ofSeed).matches() || !DIGEST.matcher(ofList).matches()) {
            console.tell("cli.draw.digest", DIGEST.matcher(ofSeed).matches() ? list : commitment);
            return Main.BAD_INPUT;
        }
        try {
            return told(Repeating.of(folder, ofSeed, ofList));
        } catch (IOException disk) {
            console.tell("cli.draw.unreadable", folder.toString(), console.cause(disk));
            return Main.BAD_INPUT;
        }
    }

    private int told(Repetition repetition) {
        var answer = JsonMapper.builder().build().createObjectNode();
        return switch (repetition) {
            case Repetition.Same same -> {
                answer.put("repeats", true)
                        .put("applicants", same.applicants())
                        .put("start_now", same.starting())
                        .put("commitment", same.commitment())
                        .put("list", same.list())
                        .put("root", same.root());
                tell(answer, "cli.draw.same", same.applicants(), same.starting());
                if (!json) {
                    console.answer("cli.draw.commitment", same.commitment());
                    console.answer("cli.draw.list", same.list());
                    console.answer("cli.draw.compare");
                }
                yield 0;
            }
            case Repetition.Differs(var what, var arguments) -> {
                var reason = console.words()
                        .say(
                                "draw.differs." + what,
                                arguments.stream().map(this::shown).toArray());
                answer.put("repeats", false).put("what", what.name()).put("reason", reason);
                tell(answer, "cli.draw.differs", reason);
                yield Main.NO;
            }
        };
    }

    private void tell(ObjectNode answer, String key, Object... arguments) {
        if (json) {
            console.say(answer.toString());
        } else {
            console.answer(key, arguments);
        }
    }

    /// A forger's text on one line, and nothing that a terminal would obey.
    private Object shown(Object argument) {
        if (argument instanceof Refused.Why why) {
            return why.name();
        }
        var text = String.valueOf(argument).replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.files.ProofFile;
import org.counterpart.enrolment.draw.files.Repeating;
import org.counterpart.enrolment.draw.files.Repetition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `draw --check`: whether a draw comes out the same once more, and what differs first if not; or whether the proof
/// of one place holds.
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
            return Files.isRegularFile(folder)
                    ? checkProof(folder, ofSeed, ofList)
                    : told(Repeating.of(folder, ofSeed, ofList));
        } catch (IOException disk) {
            console.tell("cli.draw.unreadable", folder.toString(), console.cause(disk));
            return Main.BAD_INPUT;
        }
    }

    /// Prints the proof of one applicant's place, if the draw comes out the same.
    int prove(Path folder, String id) {
        try {
            var stated = Repeating.drawn(folder);
            if (stated.isEmpty()) {
                return told(Repeating.of(folder, "", ""));
            }
            var proof = stated.get().proofOf(Normalizer.normalize(id.strip(), Normalizer.Form.NFC));
            if (proof.isEmpty()) {
                console.tell("cli.draw.nobody", id);
                return Main.BAD_INPUT;
            }
            console.say(ProofFile.of(proof.get()).stripTrailing());
            return 0;
        } catch (IOException disk) {
            console.tell("cli.draw.unreadable", folder.toString(), console.cause(disk));
            return Main.BAD_INPUT;
        }
    }

    private int checkProof(Path file, String commitment, String list) throws IOException {
        var read = ProofFile.read(file);
        if (read.isEmpty()) {
            return no("FORM", "draw.flaw.FORM");
        }
        var proof = read.get();
        var notice = proof.notice();
        if (!commitment.isEmpty() && !commitment.equals(notice.commitment())) {
            return no("PUBLISHED_SEED", "draw.differs.PUBLISHED_SEED", shown(notice.commitment()), commitment);
        }
        if (!list.isEmpty() && !list.equals(notice.listDigest())) {
            return no("PUBLISHED_LIST", "draw.differs.PUBLISHED_LIST", shown(notice.listDigest()), list);
        }
        var flaw = proof.flaw();
        if (flaw.isPresent()) {
            return no(flaw.get().name(), "draw.flaw." + flaw.get());
        }
        var place = proof.place();
        var answer = JsonMapper.builder().build().createObjectNode();
        answer.put("holds", true)
                .put("id", place.applicant().id())
                .put("list", place.outcome().text())
                .put("turn", place.turn())
                .put("root", notice.root());
        tell(
                answer,
                "cli.draw.proof." + place.outcome(),
                shown(place.applicant().id()),
                place.turn());
        if (!json) {
            console.answer("cli.draw.commitment", notice.commitment());
            console.answer("cli.draw.list", shown(notice.listDigest()));
            console.answer("cli.draw.root", notice.root());
            console.answer("cli.draw.compare");
        }
        return 0;
    }

    private int no(String what, String key, Object... arguments) {
        var reason = console.words().say(key, arguments);
        var answer = JsonMapper.builder().build().createObjectNode();
        answer.put("holds", false).put("what", what).put("reason", reason);
        tell(answer, "cli.draw.differs", reason);
        return Main.NO;
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

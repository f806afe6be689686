// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.counterpart.enrolment.draw.ClosedList;
import org.counterpart.enrolment.draw.Closing;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.Place;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.files.Repetition.Differs;
import org.counterpart.enrolment.draw.files.Repetition.Same;
import org.counterpart.enrolment.draw.files.Repetition.What;
import org.jspecify.annotations.Nullable;

/// Repeats a draw from its folder and finds the first thing that differs: the nearer to the beginning of the draw,
/// the earlier it is told.
public final class Repeating {
    private final Path folder;

    private Repeating(Path folder) {
        this.folder = folder;
    }

    /// @param commitment that was published; empty where nobody has it at hand
    /// @param list digest that was published; empty likewise
    /// @throws IOException if there is no draw.json that can be read
    public static Repetition of(Path folder, String commitment, String list) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(DrawFolder.DRAW));
        try {
            return new Repeating(folder).repeated(bytes, Stated.read(bytes), commitment, list);
        } catch (Stated.Unreadable form) {
            return differs(What.FORM, String.valueOf(form.getMessage()));
        }
    }

    /// The draw of a folder, if it comes out the same.
    ///
    /// @throws IOException if there is no draw.json that can be read
    public static Optional<Drawn> drawn(Path folder) throws IOException {
        if (!(of(folder, "", "") instanceof Same)) {
            return Optional.empty();
        }
        try {
            var stated = Stated.read(Files.readAllBytes(folder.resolve(DrawFolder.DRAW)));
            return Draw.of(stated.applicants(), stated.terms(), stated.secret()) instanceof Drawn drawn
                    ? Optional.of(drawn)
                    : Optional.empty();
        } catch (Stated.Unreadable _) {
            return Optional.empty();
        }
    }

    private Repetition repeated(byte[] bytes, Stated stated, String commitment, String list)
            throws IOException, Stated.Unreadable {
        var given = given(stated, commitment, list);
        if (given != null) {
            return given;
        }
        return switch (Draw.of(stated.applicants(), stated.terms(), stated.secret())) {
            case Refused(var faults) ->
                differs(What.REFUSED, faults.getFirst().why(), faults.getFirst().value());
            case Drawn drawn -> {
                var found = outcome(stated, drawn);
                found = found == null ? files(bytes, drawn) : found;
                var notice = drawn.notice();
                yield found != null
                        ? found
                        : new Same(
                                notice.applicants(),
                                (int) drawn.places().stream()
                                        .filter(Repeating::starts)
                                        .count(),
                                notice.commitment(),
                                notice.listDigest(),
                                notice.root());
            }
        };
    }

    /// What went into the draw: seed, applicants, terms.
    private static @Nullable Differs given(Stated stated, String commitment, String list) throws Stated.Unreadable {
        var ours = stated.secret().commitment();
        if (!ours.equals(stated.text("commitment"))) {
            return differs(What.SEED, ours, stated.text("commitment"));
        }
        if (!commitment.isEmpty() && !ours.equals(commitment)) {
            return differs(What.PUBLISHED_SEED, ours, commitment);
        }
        int at = 0;
        for (var each : stated.applicants()) {
            if (!ClosedList.entryOf(each)
                    .equals(Stated.text(stated.json().path("applicants").path(at++), "entry"))) {
                return differs(What.ENTRY, each.id());
            }
        }
        if (Draw.close(stated.applicants(), stated.terms()) instanceof Closing.Closed(var closed)) {
            if (!closed.digest().equals(stated.text("list"))) {
                return differs(What.LIST, closed.digest(), stated.text("list"));
            }
            if (!list.isEmpty() && !closed.digest().equals(list)) {
                return differs(What.PUBLISHED_LIST, closed.digest(), list);
            }
        }
        return null;
    }

    /// What came out of it.
    private static @Nullable Differs outcome(Stated stated, Drawn drawn) {
        var places = drawn.places();
        for (int at = 0; at < places.size(); at++) {
            var said = stated.json().path("applicants").path(at);
            if (!said.equals(DrawJson.place(places.get(at)))) {
                return differs(
                        What.PLACE,
                        places.get(at).applicant().id(),
                        places.get(at).outcome().text());
            }
        }
        for (int at = 0; at < drawn.groups().size(); at++) {
            var group = drawn.groups().get(at);
            if (!stated.json().path("groups").path(at).equals(DrawJson.group(group))) {
                return differs(What.GROUP, String.join(" · ", group.stratum()));
            }
        }
        return null;
    }

    private @Nullable Differs files(byte[] bytes, Drawn drawn) throws IOException {
        var files = DrawFolder.files(drawn);
        if (!Arrays.equals(bytes, files.get(DrawFolder.DRAW))) {
            return differs(What.BYTES, DrawFolder.DRAW);
        }
        for (var file : files.entrySet()) {
            var there = folder.resolve(file.getKey());
            if (!Files.isRegularFile(there)) {
                return differs(What.MISSING, file.getKey());
            }
            if (Files.size(there) != file.getValue().length
                    || !Arrays.equals(Files.readAllBytes(there), file.getValue())) {
                return differs(What.FILE, file.getKey());
            }
        }
        try (var all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !files.containsKey(name))
                    .sorted()
                    .findFirst()
                    .map(name -> differs(What.FOREIGN, name))
                    .orElse(null);
        }
    }

    private static boolean starts(Place place) {
        return place.outcome() == org.counterpart.enrolment.draw.Outcome.START_NOW;
    }

    private static Differs differs(What what, Object... arguments) {
        return new Differs(what, List.of(arguments));
    }
}

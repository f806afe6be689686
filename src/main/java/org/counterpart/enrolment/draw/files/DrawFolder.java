// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Place;

/// Writes a draw as four files. A draw that is there already is never written over by another one.
public final class DrawFolder {
    static final String DRAW = "draw.json";

    private DrawFolder() {}

    /// What came of writing.
    public enum Written {
        /// The folder holds the draw now, or did already.
        DONE,
        /// The folder holds another draw, which stays.
        HOLDS_ANOTHER_DRAW,
        /// It is a file, or holds files of somebody else.
        NOT_OURS
    }

    /// All files by name, draw.json last.
    public static Map<String, byte[]> files(Drawn drawn) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var outcome : Outcome.values()) {
            files.put(outcome.text() + ".csv", csv(drawn, outcome));
        }
        files.put(DRAW, DrawJson.of(drawn));
        return files;
    }

    /// @throws IOException if the disk refuses; then there is no draw.json there
    public static Written write(Path folder, Drawn drawn) throws IOException {
        var files = files(drawn);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(folder) || !holdsOnly(folder, files)) {
                return Written.NOT_OURS;
            }
            if (Files.exists(folder.resolve(DRAW))
                    && !Arrays.equals(Files.readAllBytes(folder.resolve(DRAW)), files.get(DRAW))) {
                return Written.HOLDS_ANOTHER_DRAW;
            }
        }
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            var unfinished = Files.createTempFile(folder, ".", ".unfinished");
            try {
                Files.write(unfinished, file.getValue());
                Files.move(unfinished, folder.resolve(file.getKey()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        return Written.DONE;
    }

    private static boolean holdsOnly(Path folder, Map<String, byte[]> files) throws IOException {
        try (var there = Files.list(folder)) {
            return there.map(file -> String.valueOf(file.getFileName()))
                    .allMatch(name -> files.containsKey(name) || name.endsWith(".unfinished"));
        }
    }

    private static byte[] csv(Drawn drawn, Outcome outcome) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header(drawn, outcome));
            drawn.on(outcome).forEach(place -> csv.writeRecord(row(drawn, place)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> header(Drawn drawn, Outcome outcome) {
        var header = new ArrayList<String>();
        if (outcome == Outcome.RESERVE) {
            header.add("turn");
        }
        header.add("id");
        if (drawn.list().terms().byRole()) {
            header.addAll(List.of("role", "drawn_as"));
        }
        drawn.list().terms().strata().forEach(name -> header.add(safe(name)));
        header.add("ticket");
        return header;
    }

    private static List<String> row(Drawn drawn, Place place) {
        var row = new ArrayList<String>();
        if (place.outcome() == Outcome.RESERVE) {
            row.add(Integer.toString(place.turn()));
        }
        row.add(safe(place.applicant().id()));
        if (drawn.list().terms().byRole()) {
            row.addAll(List.of(place.applicant().side().text(), place.pool().text()));
        }
        place.applicant().stratum().forEach(value -> row.add(safe(value)));
        row.add(place.ticket());
        return row;
    }

    /// No spreadsheet runs what we write; draw.json has the text as it is.
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

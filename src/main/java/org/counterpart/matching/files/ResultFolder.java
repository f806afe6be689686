// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes the folder that `verify` reads, the certificate last: all of it or nothing, see [Draft].
public final class ResultFolder {
    private static final int BUFFER = 1 << 16;
    static final int ROWS_BEFORE_COMPRESSION = 1_000_000;
    static final Set<String> OURS = Set.of(
            "pairs.csv",
            "unmatched.csv",
            "edges.csv",
            "edges.csv.gz",
            "capacities.csv",
            "report.html",
            "certificate.json");

    private final Certified certified;
    private final Instance instance;
    private final Told told;

    private ResultFolder(Certified certified, Told told) {
        this.certified = certified;
        this.instance = certified.instance();
        this.told = told;
    }

    /// Whether a run may write there: the folder is new, empty or holds an earlier result only.
    public static boolean mayWrite(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> OURS.contains(String.valueOf(file.getFileName())));
        }
    }

    /// All files by name, the certificate last.
    public static Map<String, byte[]> files(Certified certified, Told told, String seed, Edges edges) {
        var files = new LinkedHashMap<String, ByteArrayOutputStream>();
        try {
            new ResultFolder(certified, told)
                    .fill(name -> files.computeIfAbsent(name, _ -> new ByteArrayOutputStream()), seed, edges);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
        return bytes;
    }

    /// Whether all candidate edges are written.
    public enum Edges {
        WRITTEN,
        LEFT_OUT
    }

    /// Writes them without holding them in memory; false, and nothing, while another run writes there.
    ///
    /// @throws IOException if the disk refuses; what was there before then still is
    public static boolean write(Path folder, Certified certified, Told told, String seed, Edges edges)
            throws IOException {
        try (var draft = Draft.of(folder)) {
            if (draft == null) {
                return false;
            }
            new ResultFolder(certified, told).fill(draft::open, seed, edges);
            draft.finish();
            return true;
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        }
    }

    private void fill(Place place, String seed, Edges edges) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        csv("pairs.csv", this::pairs, place, digests);
        csv("unmatched.csv", this::unmatched, place, digests);
        csv("capacities.csv", this::capacities, place, digests);
        if (edges == Edges.WRITTEN) {
            boolean large = instance.edges().size() > ROWS_BEFORE_COMPRESSION;
            csv(large ? "edges.csv.gz" : "edges.csv", this::edges, place, digests);
        }
        var report = Report.of(certified, told).html().getBytes(StandardCharsets.UTF_8);
        put("report.html", out -> out.write(report), place, digests);
        put("certificate.json", out -> CertificateJson.write(certified, seed, digests, out), place, digests);
    }

    private static void csv(String name, Consumer<CsvWriter> rows, Place place, Map<String, String> digests)
            throws IOException {
        put(
                name,
                out -> {
                    var packed = name.endsWith(".gz") ? new QuickGzip(out) : out;
                    var csv = CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.LF)
                            .build(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
                    rows.accept(csv);
                    csv.flush();
                    if (packed instanceof GZIPOutputStream gzip) {
                        gzip.finish();
                    }
                },
                place,
                digests);
    }

    private static void put(String name, Filling filling, Place place, Map<String, String> digests) throws IOException {
        var digest = Digest.sha256();
        try (var out = new BufferedOutputStream(new DigestOutputStream(place.open(name), digest), BUFFER)) {
            filling.fill(out);
        }
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private void pairs(CsvWriter csv) {
        if (told.twoSided()) {
            csv.writeRecord("mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit", "reasons");
        } else {
            csv.writeRecord("mentor", "mentee", "benefit", "reasons");
        }
        for (int edge : certified.edges()) {
            var row = csv.writeRecord()
                    .writeField(safe(instance.mentorId(edge)))
                    .writeField(safe(instance.menteeId(edge)))
                    .writeField(amount(instance.edges().benefit(edge)));
            if (told.twoSided()) {
                row.writeField(amount(told.sides().apply(edge)[0]))
                        .writeField(amount(told.sides().apply(edge)[1]));
            }
            row.writeField(safe(told.reason().apply(edge))).endRecord();
        }
    }

    private void unmatched(CsvWriter csv) {
        csv.writeRecord("person", "role", "reason");
        for (var each : told.unmatched()) {
            csv.writeRecord(safe(instance.ids()[each.person()]), each.role(), safe(each.reason()));
        }
    }

    private void capacities(CsvWriter csv) {
        csv.writeRecord("person", "capacity");
        for (int person = 0; person < instance.people(); person++) {
            csv.writeRecord(safe(instance.ids()[person]), Integer.toString(instance.capacity()[person]));
        }
    }

    private void edges(CsvWriter csv) {
        var stable = certified.stable();
        if (stable == null) {
            csv.writeRecord("mentor", "mentee", "benefit");
        } else {
            csv.writeRecord("mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit");
        }
        var edges = instance.edges();
        for (int mentor = 0; mentor < instance.people(); mentor++) {
            var id = safe(instance.ids()[mentor]);
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                var row = csv.writeRecord()
                        .writeField(id)
                        .writeField(safe(instance.ids()[edges.mentee(edge)]))
                        .writeField(amount(edges.benefit(edge)));
                if (stable != null) {
                    row.writeField(amount(stable.toMentor()[edge])).writeField(amount(stable.toMentee()[edge]));
                }
                row.endRecord();
            }
        }
    }

    private String amount(long units) {
        return instance.decimals() == 0
                ? Long.toString(units)
                : instance.decimal(units).toPlainString();
    }

    /// Readers refuse such cells, so this is a second lock: no spreadsheet runs what we write.
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// Compresses three times as fast for a tenth more bytes.
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /// Where the file of a name goes.
    @FunctionalInterface
    private interface Place {
        OutputStream open(String name) throws IOException;
    }

    @FunctionalInterface
    private interface Filling {
        void fill(OutputStream out) throws IOException;
    }
}

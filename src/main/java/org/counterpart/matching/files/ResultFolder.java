// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes the folder that `verify` reads. The files are made beside the folder first and moved in when all are
/// there, the certificate last, so that a half-written folder never verifies.
public final class ResultFolder {
    static final int ROWS_BEFORE_COMPRESSION = 1_000_000;
    private static final Set<String> OURS = Set.of(
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
        if (!Files.exists(folder)) {
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
        try {
            return new ResultFolder(certified, told).files(seed, edges);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Whether all candidate edges are written.
    public enum Edges {
        WRITTEN,
        LEFT_OUT
    }

    /// @throws IOException if the disk refuses; what was there before then still is
    public static void write(Path folder, Map<String, byte[]> files) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        var draft = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        try {
            for (var file : files.entrySet()) {
                store(draft.resolve(file.getKey()), file.getValue());
            }
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("certificate.json"));
            for (var old : OURS) {
                if (!files.containsKey(old)) {
                    Files.deleteIfExists(folder.resolve(old));
                }
            }
            for (var name : files.keySet()) {
                Files.move(draft.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (var name : files.keySet()) {
                Files.deleteIfExists(draft.resolve(name));
            }
            Files.deleteIfExists(draft);
        }
    }

    private static void store(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Map<String, byte[]> files(String seed, Edges edges) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pairs.csv", csv(this::pairs));
        files.put("unmatched.csv", csv(this::unmatched));
        files.put("capacities.csv", csv(this::capacities));
        if (edges == Edges.WRITTEN) {
            var bytes = csv(this::edges);
            boolean large = instance.edges().size() > ROWS_BEFORE_COMPRESSION;
            files.put(large ? "edges.csv.gz" : "edges.csv", large ? compressed(bytes) : bytes);
        }
        files.put("report.html", Report.of(certified, told).html().getBytes(StandardCharsets.UTF_8));
        var digests = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
        files.put("certificate.json", new CertificateJson(certified).text(seed, digests));
        return files;
    }

    private void pairs(CSVPrinter csv) throws IOException {
        if (told.twoSided()) {
            csv.printRecord("mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit", "reasons");
        } else {
            csv.printRecord("mentor", "mentee", "benefit", "reasons");
        }
        for (int edge : certified.edges()) {
            csv.print(safe(instance.mentorId(edge)));
            csv.print(safe(instance.menteeId(edge)));
            csv.print(amount(instance.edges().benefit(edge)));
            if (told.twoSided()) {
                csv.print(amount(told.sides().apply(edge)[0]));
                csv.print(amount(told.sides().apply(edge)[1]));
            }
            csv.print(safe(told.reason().apply(edge)));
            csv.println();
        }
    }

    private void unmatched(CSVPrinter csv) throws IOException {
        csv.printRecord("person", "role", "reason");
        for (var each : told.unmatched()) {
            csv.printRecord(safe(instance.ids()[each.person()]), each.role(), safe(each.reason()));
        }
    }

    private void capacities(CSVPrinter csv) throws IOException {
        csv.printRecord("person", "capacity");
        for (int person = 0; person < instance.people(); person++) {
            csv.printRecord(safe(instance.ids()[person]), instance.capacity()[person]);
        }
    }

    private void edges(CSVPrinter csv) throws IOException {
        csv.printRecord("mentor", "mentee", "benefit");
        for (int edge = 0; edge < instance.edges().size(); edge++) {
            csv.printRecord(
                    safe(instance.mentorId(edge)),
                    safe(instance.menteeId(edge)),
                    amount(instance.edges().benefit(edge)));
        }
    }

    private String amount(long units) {
        return instance.decimal(units).toPlainString();
    }

    /// Readers refuse such cells, so this is a second lock: no spreadsheet runs what we write.
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static byte[] csv(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        try (var csv = new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), format)) {
            filling.fill(csv);
        }
        return bytes.toByteArray();
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @FunctionalInterface
    private interface Filling {
        void fill(CSVPrinter csv) throws IOException;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of a result, read only after their digests and the seal were found right.
final class Folder {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int BUFFER = 1 << 16;
    private static final long LARGEST_CERTIFICATE = 1L << 30;
    private static final Set<String> ALWAYS = Set.of("pairs.csv", "unmatched.csv", "capacities.csv", "report.html");
    private static final Set<String> SOMETIMES = Set.of("edges.csv", "edges.csv.gz");

    private final Path path;
    final JsonNode certificate;

    private Folder(Path path, JsonNode certificate) {
        this.path = path;
        this.certificate = certificate;
    }

    static Folder open(Path path) throws IOException {
        var file = path.resolve("certificate.json");
        Rejection.unless(
                Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), "verifier.no-certificate", path.toString());
        Rejection.unless(Files.size(file) <= LARGEST_CERTIFICATE, "verifier.certificate-size");
        var folder = new Folder(path, sealed(Files.readAllBytes(file)));
        folder.checkDigests();
        return folder;
    }

    /// Goes through a table row by row.
    ///
    /// @param visit given the number of each row, the header being 1, and its cells
    void each(String name, List<String> header, BiConsumer<Long, CsvRecord> visit) throws IOException {
        try (var csv = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text(name))) {
            var rows = csv.iterator();
            Rejection.unless(
                    rows.hasNext() && rows.next().getFields().equals(header),
                    "verifier.header",
                    name,
                    String.join(",", header));
            visitAll(name, rows, header.size(), visit);
        } catch (EOFException | ZipException cut) {
            throw new Rejection("verifier.gzip", name);
        } catch (CsvParseException | UncheckedIOException broken) {
            switch (broken.getCause()) {
                case CharacterCodingException _ -> throw new Rejection("verifier.utf-8", name);
                case EOFException _ -> throw new Rejection("verifier.gzip", name);
                case ZipException _ -> throw new Rejection("verifier.gzip", name);
                case IOException disk -> throw disk;
                case null, default -> throw new Rejection("verifier.no-table", name);
            }
        }
    }

    private static void visitAll(String name, Iterator<CsvRecord> rows, int cells, BiConsumer<Long, CsvRecord> visit) {
        try (var ahead = new ReadAhead<>(rows)) {
            long number = 2;
            for (var some = ahead.next(); !some.isEmpty(); some = ahead.next()) {
                for (var row : some) {
                    if (row.getFieldCount() != cells) {
                        throw new Rejection("verifier.cells", name, number, row.getFieldCount());
                    }
                    visit.accept(number++, row);
                }
            }
        }
    }

    /// Whether pairs.csv tells the benefit to either side.
    boolean twoSided() throws IOException {
        var start = "mentor,mentee,benefit,mentor_benefit,".toCharArray();
        var found = new char[start.length];
        try (var text = new BufferedReader(text("pairs.csv"))) {
            return text.read(found) == start.length && Arrays.equals(found, start);
        } catch (CharacterCodingException wrong) {
            throw new Rejection("verifier.utf-8", "pairs.csv");
        }
    }

    boolean has(String name) {
        return certificate.path("files").has(name);
    }

    private Reader text(String name) throws IOException {
        var bytes = Files.newInputStream(path.resolve(name));
        return new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8.newDecoder());
    }

    private void checkDigests() throws IOException {
        var named = new TreeSet<String>();
        for (var file : certificate.path("files").properties()) {
            Rejection.unless(
                    ALWAYS.contains(file.getKey()) || SOMETIMES.contains(file.getKey()),
                    "verifier.file-name",
                    file.getKey());
            var place = path.resolve(file.getKey());
            Rejection.unless(
                    Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS), "verifier.file-missing", file.getKey());
            Rejection.unless(digest(place).equals(file.getValue().asString()), "verifier.file-changed", file.getKey());
            named.add(file.getKey());
        }
        for (var name : new TreeSet<>(ALWAYS)) {
            Rejection.unless(named.contains(name), "verifier.file-unnamed", name);
        }
        Rejection.unless(!named.containsAll(SOMETIMES), "verifier.edges-twice");
        try (var files = Files.list(path)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("certificate.json") && !named.contains(name))
                    .findFirst()
                    .ifPresent(name -> Rejection.unless(false, "verifier.file-foreign", name));
        }
    }

    private static JsonNode sealed(byte[] bytes) {
        var text = text(bytes, "certificate.json");
        int start = text.lastIndexOf("  \"seal\" : \"");
        Rejection.unless(start > 0, "verifier.no-seal");
        var expected =
                "  \"seal\" : \"" + digest(text.substring(0, start).getBytes(StandardCharsets.UTF_8)) + "\"\n}\n";
        Rejection.unless(text.substring(start).equals(expected), "verifier.seal");
        try {
            var root = JSON.readTree(text);
            Rejection.unless(
                    root.path("format").asString().equals("counterpart-certificate")
                            && root.path("version").asInt() == 1,
                    "verifier.version");
            return root;
        } catch (JacksonException malformed) {
            throw new Rejection("verifier.json", String.valueOf(malformed.getOriginalMessage()));
        }
    }

    private static String text(byte[] bytes, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Rejection("verifier.utf-8", name);
        }
    }

    private static String digest(Path file) throws IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            var buffer = new byte[BUFFER];
            while (bytes.read(buffer) >= 0) {
                continue;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}

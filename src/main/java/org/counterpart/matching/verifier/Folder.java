// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
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

    private final Path path;
    final JsonNode certificate;

    private Folder(Path path, JsonNode certificate) {
        this.path = path;
        this.certificate = certificate;
    }

    static Folder open(Path path) throws IOException {
        var file = path.resolve("certificate.json");
        Rejection.unless(Files.isRegularFile(file), "verifier.no-certificate", path.toString());
        var folder = new Folder(path, sealed(Files.readAllBytes(file)));
        folder.checkDigests();
        return folder;
    }

    List<CSVRecord> rows(String name, String... header) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader(header)
                .setSkipHeaderRecord(false)
                .get();
        try (var csv = format.parse(new StringReader(text(bytes(name), name)))) {
            var rows = csv.getRecords();
            Rejection.unless(
                    !rows.isEmpty() && rows.getFirst().toList().equals(List.of(header)),
                    "verifier.header",
                    name,
                    String.join(",", header));
            for (var row : rows) {
                Rejection.unless(
                        row.size() == header.length, "verifier.cells", name, row.getRecordNumber(), row.size());
            }
            return rows.subList(1, rows.size());
        } catch (UncheckedIOException broken) {
            throw new Rejection("verifier.no-table", name);
        }
    }

    /// Whether pairs.csv tells the benefit to either side.
    boolean twoSided() throws IOException {
        return text(bytes("pairs.csv"), "pairs.csv").startsWith("mentor,mentee,benefit,mentor_benefit,");
    }

    boolean has(String name) {
        return certificate.path("files").has(name);
    }

    private byte[] bytes(String name) throws IOException {
        var bytes = Files.readAllBytes(path.resolve(name));
        if (name.endsWith(".gz")) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return gzip.readAllBytes();
            }
        }
        return bytes;
    }

    private void checkDigests() throws IOException {
        var named = new TreeSet<String>();
        for (var file : certificate.path("files").properties()) {
            Rejection.unless(
                    file.getKey().matches("[a-z]+\\.(csv|csv\\.gz|html)"), "verifier.file-name", file.getKey());
            var place = path.resolve(file.getKey());
            Rejection.unless(Files.isRegularFile(place), "verifier.file-missing", file.getKey());
            Rejection.unless(
                    digest(Files.readAllBytes(place)).equals(file.getValue().asString()),
                    "verifier.file-changed",
                    file.getKey());
            named.add(file.getKey());
        }
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

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}

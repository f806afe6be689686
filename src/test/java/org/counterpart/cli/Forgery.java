// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who knows the format and renews every digest and the seal after changing a result.
final class Forgery {
    private static final Pattern DIGEST = Pattern.compile("\"([a-z.]+)\" : \"[0-9a-f]{64}\"");

    private final Path folder;

    Forgery(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    Forgery put(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        return this;
    }

    Forgery replace(String name, String old, String now) throws IOException {
        var text = text(name);
        if (!text.contains(old)) {
            throw new IllegalStateException("%s does not hold \"%s\":%n%s".formatted(name, old, text));
        }
        return put(name, text.replace(old, now));
    }

    /// Changes what stands in a part of the certificate, from its name to the next part of the same depth.
    Forgery within(String part, String old, String now) throws IOException {
        var text = text("certificate.json");
        int start = text.indexOf("\n  \"" + part + "\" : ");
        int end = text.indexOf("\n  \"", start + 1);
        var inside = text.substring(start, end);
        if (start < 0 || !inside.contains(old)) {
            throw new IllegalStateException("%s does not hold \"%s\":%n%s".formatted(part, old, text));
        }
        return put("certificate.json", text.substring(0, start) + inside.replace(old, now) + text.substring(end));
    }

    Forgery add(String name, String line) throws IOException {
        return put(name, text(name) + line + "\n");
    }

    Forgery drop(String name, String start) throws IOException {
        return put(
                name,
                text(name)
                        .lines()
                        .filter(line -> !line.startsWith(start))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
    }

    void sealAgain() throws IOException {
        var text = text("certificate.json");
        var open = DIGEST.matcher(text.substring(0, text.lastIndexOf("  \"seal\"")))
                .replaceAll(named -> Files.isRegularFile(file(named.group(1)))
                        ? "\"%s\" : \"%s\"".formatted(named.group(1), digest(file(named.group(1))))
                        : named.group());
        put("certificate.json", open + "  \"seal\" : \"" + digest(open.getBytes(StandardCharsets.UTF_8)) + "\"\n}\n");
    }

    private static String digest(Path file) {
        try {
            return digest(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

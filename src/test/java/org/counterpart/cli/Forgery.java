// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Somebody who knows the format and renews every digest after changing a result.
final class Forgery {
    private final Path folder;

    Forgery(Path folder) {
        this.folder = folder;
    }

    void replaceIn(String name, String old, String now) throws IOException {
        var text = Files.readString(folder.resolve(name));
        if (!text.contains(old)) {
            throw new IllegalStateException("%s does not hold \"%s\".".formatted(name, old));
        }
        Files.writeString(folder.resolve(name), text.replace(old, now));
    }

    void sealAgain() throws IOException {
        var file = folder.resolve("certificate.json");
        var text = Files.readString(file);
        var open = text.substring(0, text.lastIndexOf("  \"seal\""));
        Files.writeString(file, open + "  \"seal\" : \"" + digest(open) + "\"\n}\n");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

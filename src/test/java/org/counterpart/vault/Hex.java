// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/// Bytes as vectors write them.
final class Hex {
    private Hex() {}

    static byte[] un(String written) {
        return HexFormat.of().parseHex(written);
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// @param name of a file of vectors
    static JsonObject vectors(String name) {
        try (var stream = Objects.requireNonNull(Hex.class.getResourceAsStream("/vault/" + name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// The text that breaks ties: people stand in the order of SHA-256(seed, zero byte, id), so the same seed always
/// gives the same answer and no name or line number gives an advantage.
public record Seed(String text) {
    public static final Seed STANDARD = new Seed("counterpart");

    public Seed {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("The seed (%d characters) must have 1 to 200.".formatted(text.length()));
        }
    }

    /// An order of ids; equal ids are equal, no two others are.
    public Comparator<String> order() {
        Map<String, String> known = new HashMap<>();
        return Comparator.<String, String>comparing(id -> known.computeIfAbsent(id, this::rank))
                .thenComparing(Comparator.naturalOrder());
    }

    private String rank(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}

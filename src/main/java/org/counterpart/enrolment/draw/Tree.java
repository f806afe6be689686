// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A Merkle tree as Certificate Transparency has it (RFC 6962, 2.1): one hash stands for all leaves, and a short path
/// shows that a leaf is among them. Leaves stand in the order of their hashes, so that where one stands says nothing.
final class Tree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> leaves;
    private final Map<Part, byte[]> roots = new HashMap<>();

    /// The leaves from the first (inclusive) to the last (exclusive).
    private record Part(int from, int to) {
        int size() {
            return to - from;
        }

        /// The largest power of two below the size.
        Part left() {
            return new Part(from, from + Integer.highestOneBit(size() - 1));
        }

        Part right() {
            return new Part(left().to, to);
        }
    }

    Tree(List<byte[]> leaves) {
        this.leaves = leaves.stream().sorted(Arrays::compareUnsigned).toList();
    }

    static byte[] leaf(byte[] data) {
        return Hashing.sha256(LEAF, data);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Hashing.sha256(NODE, left, right);
    }

    byte[] root() {
        return root(all());
    }

    private Part all() {
        return new Part(0, leaves.size());
    }

    /// Each is hashed once, however many paths lead past it.
    private byte[] root(Part part) {
        if (part.size() == 1) {
            return leaves.get(part.from());
        }
        var known = roots.get(part);
        if (known != null) {
            return known;
        }
        var root = node(root(part.left()), root(part.right()));
        roots.put(part, root);
        return root;
    }

    /// From 0.
    int place(byte[] leaf) {
        for (int at = 0; at < leaves.size(); at++) {
            if (Arrays.equals(leaves.get(at), leaf)) {
                return at;
            }
        }
        throw new IllegalArgumentException("The tree has no such leaf. Maybe it is of another draw.");
    }

    /// What the leaf is hashed with on the way up, the nearest first, in hexadecimal.
    List<String> path(byte[] leaf) {
        var path = new ArrayList<String>();
        path(all(), place(leaf), path);
        return List.copyOf(path);
    }

    private void path(Part part, int at, List<String> path) {
        if (part.size() == 1) {
            return;
        }
        boolean leftward = at < part.left().to();
        path(leftward ? part.left() : part.right(), at, path);
        path.add(HexFormat.of().formatHex(root(leftward ? part.right() : part.left())));
    }

    /// Where a path leads from a leaf, in hexadecimal; empty where it is no path of such a tree (RFC 9162, 2.1.3.2).
    static String climbed(byte[] leaf, int place, int size, List<String> path) {
        if (place < 0 || place >= size) {
            return "";
        }
        int at = place;
        int last = size - 1;
        var hash = leaf;
        for (var step : path) {
            if (last == 0) {
                return "";
            }
            var other = HexFormat.of().parseHex(step);
            if (at % 2 == 1 || at == last) {
                hash = node(other, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, other);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 ? HexFormat.of().formatHex(hash) : "";
    }
}

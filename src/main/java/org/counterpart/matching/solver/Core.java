// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The few edges of a graph among which the best pairs most likely are: the best ones of every node on either side.
/// Whoever solves on them checks against all edges afterwards. Among equals a fixed scatter decides, so that the
/// nodes do not all ask for the same few.
final class Core {
    private static final int SCATTER = 0x9E37_79B9;
    private static final int CHUNKS = 8;
    private static final int ROOM = 1 << 23;

    private final Graph graph;
    private final int wanted;
    private final Best rightBest;

    private Core(Graph graph, int wanted) {
        this.graph = graph;
        this.wanted = wanted;
        this.rightBest = bestOfRight();
        for (int node = 0; node < graph.nodes; node++) {
            rightBest.close(node);
        }
    }

    /// Positions of edges, ascending.
    ///
    /// @param wanted how many of the best edges of each node
    static int[] of(Graph graph, int wanted) {
        var core = new Core(graph, wanted);
        return joined(
                IntStream.range(0, CHUNKS).parallel().mapToObj(core::choose).toList());
    }

    static int[] joined(List<int[]> chunks) {
        var all = new int[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (var chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }

    /// The positions of both in one, each once; all ascend.
    static int[] union(int[] some, int[] others) {
        var both = new int[some.length + others.length];
        int size = 0;
        int j = 0;
        for (int each : some) {
            while (j < others.length && others[j] < each) {
                both[size++] = others[j++];
            }
            if (j < others.length && others[j] == each) {
                j++;
            }
            both[size++] = each;
        }
        while (j < others.length) {
            both[size++] = others[j++];
        }
        return Arrays.copyOf(both, size);
    }

    private Best bestOfRight() {
        int parts = (long) graph.nodes * wanted <= ROOM ? 2 : 1;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    var best = new Best(graph.nodes, wanted);
                    int from = (int) ((long) graph.edges() * part / parts);
                    int to = (int) ((long) graph.edges() * (part + 1) / parts);
                    for (int edge = from; edge < to; edge++) {
                        if (graph.benefit.at(edge) >= graph.floor) {
                            best.see(graph.right[edge], graph.worth.at(edge));
                        }
                    }
                    return best;
                })
                .reduce(Best::with)
                .orElseThrow();
    }

    private int[] choose(int chunk) {
        int from = (int) ((long) graph.nodes * chunk / CHUNKS);
        int to = (int) ((long) graph.nodes * (chunk + 1) / CHUNKS);
        var chosen = new int[1024];
        int count = 0;
        for (int node = from; node < to; node++) {
            var leftBest = new Best(1, wanted);
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                if (graph.benefit.at(edge) >= graph.floor) {
                    leftBest.see(0, graph.worth.at(edge));
                }
            }
            leftBest.close(0);
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                long worth = graph.worth.at(edge);
                if ((leftBest.takes(0, worth, edge) || rightBest.takes(graph.right[edge], worth, edge))
                        && graph.benefit.at(edge) >= graph.floor) {
                    if (count == chosen.length) {
                        chosen = Arrays.copyOf(chosen, 2 * count);
                    }
                    chosen[count++] = edge;
                }
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /// The best worths seen by each of some nodes, and how many equal the least of them.
    private static final class Best {
        private final int wanted;
        private final long[] heap;
        private final int[] size;
        private final long[] least;
        private final int[] equal;

        /// How many of those kept equal the least; known once all are seen.
        private final int[] kept;

        Best(int nodes, int wanted) {
            this.wanted = wanted;
            heap = new long[nodes * wanted];
            size = new int[nodes];
            least = new long[nodes];
            equal = new int[nodes];
            kept = new int[nodes];
            Arrays.fill(least, Long.MIN_VALUE);
        }

        void see(int node, long worth) {
            if (worth > least[node]) {
                keep(node, worth);
            } else if (worth == least[node]) {
                equal[node]++;
            }
        }

        boolean takes(int node, long worth, int edge) {
            if (worth != least[node]) {
                return worth > least[node];
            }
            return Integer.remainderUnsigned(edge * SCATTER, equal[node]) < kept[node];
        }

        void close(int node) {
            kept[node] = equalToLeast(node);
        }

        private int equalToLeast(int node) {
            int count = 0;
            for (int at = node * wanted; at < (node + 1) * wanted; at++) {
                count += heap[at] == least[node] ? 1 : 0;
            }
            return count;
        }

        private Best with(Best other) {
            for (int node = 0; node < size.length; node++) {
                boolean full = other.size[node] == wanted;
                for (int at = 0; at < other.size[node]; at++) {
                    long worth = other.heap[node * wanted + at];
                    if (!full || worth != other.least[node]) {
                        see(node, worth);
                    }
                }
                for (int again = 0; full && again < other.equal[node]; again++) {
                    see(node, other.least[node]);
                }
            }
            return this;
        }

        /// The least stands first. Until the heap is full, everything is above the least.
        private void keep(int node, long worth) {
            int from = node * wanted;
            if (size[node] < wanted) {
                int at = size[node]++;
                while (at > 0 && heap[from + (at - 1) / 2] > worth) {
                    heap[from + at] = heap[from + (at - 1) / 2];
                    at = (at - 1) / 2;
                }
                heap[from + at] = worth;
            } else {
                sink(from, worth);
            }
            if (size[node] == wanted && heap[from] != least[node]) {
                least[node] = heap[from];
                equal[node] = equalToLeast(node);
            }
        }

        private void sink(int from, long worth) {
            int at = 0;
            while (2 * at + 1 < wanted) {
                int child = 2 * at + 1;
                if (child + 1 < wanted && heap[from + child + 1] < heap[from + child]) {
                    child++;
                }
                if (heap[from + child] >= worth) {
                    break;
                }
                heap[from + at] = heap[from + child];
                at = child;
            }
            heap[from + at] = worth;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// The best answers to everything asked so far, all of them: the edges of a graph that they may use, the ones they all
/// use, and the nodes whose places they all use up. A cover as large as a flow makes the first face; each question then
/// narrows it to the answers that are best in that respect too (see [Chain]).
///
/// Covered nodes are the rows of an [Assignment] and must be served; so every edge has one row and one column. A column
/// that must be used up as well gets a premium above everything else.
final class Face {
    private final Graph graph;
    private final int pairs;
    private final int[] rowNode;
    private final int[] place;
    private final boolean[] covered;

    /// Places left beside the edges that are made, by node: left nodes, then right ones.
    private final int[] places;

    private final boolean[] must;
    private final List<Integer> made = new ArrayList<>();
    private int[] edges;
    private int[] chosen;

    /// @param flow a largest one of the graph
    Face(Graph graph, Flow flow) {
        this.graph = graph;
        this.pairs = flow.size();
        int nodes = 2 * graph.nodes;
        covered = new boolean[nodes];
        must = new boolean[nodes];
        places = new int[nodes];
        for (int node = 0; node < graph.nodes; node++) {
            covered[node] = flow.coversLeft(node);
            covered[graph.nodes + node] = flow.coversRight(node);
            places[node] = graph.capacity[node];
            places[graph.nodes + node] = graph.capacity[node];
        }
        place = new int[nodes];
        rowNode = IntStream.range(0, nodes).filter(node -> covered[node]).toArray();
        int column = 0;
        for (int node = 0, row = 0; node < nodes; node++) {
            place[node] = covered[node] ? row++ : column++;
            must[node] = covered[node];
        }
        for (int edge : flow.forced()) {
            make(edge);
        }
        edges = IntStream.range(0, graph.edges())
                .filter(edge -> graph.benefit.at(edge) >= graph.floor
                        && covered[graph.left(edge)] != covered[graph.nodes + graph.right[edge]])
                .toArray();
        chosen = IntStream.of(flow.edges()).map(graph::fromRoot).sorted().toArray();
    }

    /// Positions in the graph, ascending.
    int[] chosen() {
        return chosen;
    }

    private void make(int edge) {
        made.add(edge);
        places[graph.left(edge)]--;
        places[graph.nodes + graph.right[edge]]--;
    }

    /// The answers of this face that are worth most, and why no more can be had.
    ///
    /// @param total of both copies
    record Best(
            Face face,
            Assignment solved,
            int[] laid,
            long premium,
            IntToLongFunction worth,
            int[] chosen,
            long total) {}

    /// @param worth by position in the graph
    Best best(IntToLongFunction worth) {
        long largest = 1;
        for (int edge : edges) {
            largest = Math.max(largest, Math.abs(worth.applyAsLong(edge)));
        }
        long premium = Math.addExact(Math.multiplyExact(2L * pairs, largest), 1);
        var start = new int[rowNode.length + 1];
        for (int edge : edges) {
            start[row(edge) + 1]++;
        }
        for (int row = 0; row < rowNode.length; row++) {
            start[row + 1] += start[row];
        }
        var column = new int[edges.length];
        var weight = new long[edges.length];
        var laid = new int[edges.length];
        var next = Arrays.copyOf(start, rowNode.length);
        for (int edge : edges) {
            int at = next[row(edge)]++;
            column[at] = place[columnNode(edge)];
            weight[at] = worth.applyAsLong(edge) + (must[columnNode(edge)] ? premium : 0);
            laid[at] = edge;
        }
        var columnPlaces = IntStream.range(0, places.length)
                .filter(node -> !covered[node])
                .map(node -> places[node])
                .toArray();
        var rowPlaces = IntStream.of(rowNode).map(node -> places[node]).toArray();
        var solved = new Assignment(rowPlaces, columnPlaces, start, column, Amounts.of(weight));
        for (int row = 0; row < rowNode.length; row++) {
            for (int at = start[row]; at < start[row + 1]; at++) {
                if (Arrays.binarySearch(chosen, laid[at]) >= 0) {
                    solved.use(at, row);
                }
            }
        }
        solved.finish();
        var used = IntStream.concat(
                        IntStream.range(0, laid.length)
                                .filter(at -> solved.used.get(at))
                                .map(at -> laid[at]),
                        made.stream().mapToInt(Integer::intValue))
                .sorted()
                .toArray();
        return new Best(
                this,
                solved,
                laid,
                premium,
                worth,
                used,
                IntStream.of(used).mapToLong(worth::applyAsLong).sum());
    }

    /// Leaves only the answers that are as good as the best.
    void narrow(Best best) {
        var solved = best.solved;
        var tight = IntStream.builder();
        for (int row = 0; row < rowNode.length; row++) {
            for (int at = solved.start[row]; at < solved.start[row + 1]; at++) {
                long left = solved.weight.at(at) - solved.rowPrice[row] - solved.columnPrice[solved.column[at]];
                if (left > 0) {
                    make(best.laid[at]);
                } else if (left == 0) {
                    tight.add(best.laid[at]);
                }
            }
        }
        edges = tight.build().sorted().toArray();
        for (int node = 0; node < must.length; node++) {
            must[node] |= !covered[node] && solved.columnPrice[place[node]] > 0;
        }
        chosen = best.chosen;
    }

    /// The prices of a best answer of this face as it was before it was narrowed, as a statement about people.
    Bound bound(Best best) {
        var solved = best.solved;
        var node = new long[must.length];
        for (int each = 0; each < node.length; each++) {
            node[each] = covered[each]
                    ? hasEdges(solved, place[each]) ? solved.rowPrice[place[each]] : 0
                    : solved.columnPrice[place[each]] - (must[each] ? best.premium : 0);
        }
        var prices = new long[graph.nodes];
        for (int person = 0; person < prices.length; person++) {
            prices[person] = node[person] + node[graph.nodes + person];
        }
        var surcharges = new Surcharges();
        for (int row = 0; row < rowNode.length; row++) {
            for (int at = solved.start[row]; at < solved.start[row + 1]; at++) {
                long left = solved.weight.at(at) - solved.rowPrice[row] - solved.columnPrice[solved.column[at]];
                if (left > 0) {
                    surcharges.add(graph.origin(best.laid[at]), left);
                }
            }
        }
        for (int edge : made) {
            surcharges.add(
                    graph.origin(edge),
                    best.worth.applyAsLong(edge) - node[graph.left(edge)] - node[graph.nodes + graph.right[edge]]);
        }
        return surcharges.bound(graph.copies, 0, prices);
    }

    private static boolean hasEdges(Assignment solved, int row) {
        return solved.start[row] < solved.start[row + 1];
    }

    private int row(int edge) {
        int left = graph.left(edge);
        return covered[left] ? place[left] : place[graph.nodes + graph.right[edge]];
    }

    private int columnNode(int edge) {
        int left = graph.left(edge);
        return covered[left] ? graph.nodes + graph.right[edge] : left;
    }
}

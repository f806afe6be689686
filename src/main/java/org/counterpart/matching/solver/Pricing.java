// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The greatest total worth that the largest flow of a graph can have, with its proof, without penalties that
/// could overflow. A cover as large as the flow is used up by it: every covered node is used as often as it can be,
/// and every used edge has exactly one covered end. So edges inside the cover drop out, and an assignment problem
/// remains in which the covered nodes are rows that must be served and the others are columns. An edge covered at
/// neither end is used by every largest flow and is set aside beforehand.
///
/// A large graph that would have to be copied out, or where somebody has several places, is not solved whole: only a
/// [Core] is at first. Its prices are then held against every edge; the ones they do not cover join the core, and it
/// is solved again from the same prices, until none is left. Where the best edges of all lead to the same few people
/// that takes more rounds than it is worth, and after some the whole is solved.
final class Pricing {
    private static final int FEW = 100_000;
    private static final int BEST_OF_EACH = 24;
    private static final int JOINING_EACH = 8;
    private static final int NEARLY = 64;
    private static final int PATIENCE = 6;
    private static final int CHUNKS = 8;

    private final Graph graph;
    private final Flow flow;
    private final int[] flowEdges;
    private final int[] forced;

    /// The row or the column of each node: left nodes first, then right ones. Empty where they are [#plain].
    private final int[] place;

    /// Whether all edges lead from a covered left node to an uncovered right one, so that the graph is the problem:
    /// left nodes are the rows, right nodes the columns, by the same numbers.
    private final boolean plain;

    private final int[] rowNode;
    private final int[] columnNode;

    /// Not there until something is known of them: at first there is no room to give away.
    private long[] leftPrice = {};

    private long[] rightPrice = {};
    private BitSet used = new BitSet();
    private BitSet laidOut = new BitSet();
    private long total;

    private Pricing(Graph graph, Flow flow) {
        this.graph = graph;
        this.flow = flow;
        flowEdges = IntStream.of(flow.edges()).map(graph::fromRoot).toArray();
        forced = flow.forced();
        plain = isPlain();
        place = new int[plain ? 0 : 2 * graph.nodes];
        rowNode = plain ? new int[0] : nodes(true);
        columnNode = plain ? new int[0] : nodes(false);
        for (int row = 0; row < rowNode.length; row++) {
            place[rowNode[row]] = row;
        }
        for (int column = 0; column < columnNode.length; column++) {
            place[columnNode[column]] = column;
        }
    }

    /// @param flow a largest one of the same graph
    /// @param start prices and a flow to go on from, if there are any prices
    static Pricing of(Graph graph, Flow flow, @Nullable Bound start) {
        var pricing = new Pricing(graph, flow);
        if (start == null) {
            pricing.solve();
        } else {
            pricing.solve(start);
        }
        return pricing;
    }

    /// The used edges as edges of the root, ascending.
    int[] used() {
        return used.stream().map(graph::inRoot).toArray();
    }

    /// Sum of what the used edges count; of both copies where there are two.
    long total() {
        return total;
    }

    private void solve() {
        boolean whole = graph.edges() <= Math.max(FEW, (long) 4 * BEST_OF_EACH * flowEdges.length);
        if (plain && (whole || IntStream.of(graph.capacity).allMatch(places -> places <= 1))) {
            var asItIs = new Laid();
            asItIs.solved.solve();
            close(new int[0], asItIs, true);
            return;
        }
        int[] core = whole ? everything() : Core.union(Core.of(graph, BEST_OF_EACH), flowEdges);
        var laid = new Laid(core);
        laid.solved.solve();
        close(core, laid, whole);
    }

    /// Goes on from earlier prices, on a core of the edges that these hardly cover.
    private void solve(Bound start) {
        var known = new KnownPrices(graph, flow, start);
        leftPrice = new long[graph.nodes];
        rightPrice = new long[graph.nodes];
        known.into(leftPrice, rightPrice);
        boolean whole = graph.edges() <= Math.max(FEW, (long) 4 * BEST_OF_EACH * flowEdges.length);
        int[] core = whole ? everything() : Core.union(nearlyUncovered(graph.spread(), new AtomicBoolean()), flowEdges);
        var laid = new Laid(core);
        laid.begin();
        laid.solved.resume();
        close(core, laid, whole);
    }

    /// Holds the prices against all edges and solves again with those that they do not cover, until none is left.
    private void close(int[] first, Laid firstLaid, boolean whole) {
        int[] core = first;
        var laid = firstLaid;
        keep(laid);
        int[] joining = whole ? new int[0] : lay(core);
        for (int round = 1; joining.length > 0; round++) {
            Interruption.check();
            boolean patient = round <= PATIENCE;
            core = patient ? Core.union(core, joining) : everything();
            var next = new Laid(core);
            if (patient) {
                next.takeOver(laid);
                next.solved.finish();
            } else {
                next.solved.solve();
            }
            laid = next;
            keep(laid);
            joining = patient ? lay(joining) : new int[0];
        }
        for (int edge : forced) {
            used.set(edge);
        }
        total = used.stream().mapToLong(graph.worth::at).sum();
    }

    private int[] lay(int[] positions) {
        laidOut = laidOut.isEmpty() ? new BitSet(graph.edges()) : laidOut;
        for (int edge : positions) {
            laidOut.set(edge);
        }
        return uncovered();
    }

    private boolean isPlain() {
        if (forced.length > 0 || graph.filtered) {
            return false;
        }
        for (int node = 0; node < graph.nodes; node++) {
            if (!flow.coversLeft(node) && graph.start[node] < graph.start[node + 1]) {
                return false;
            }
        }
        for (int node : graph.right) {
            if (flow.coversRight(node)) {
                return false;
            }
        }
        return true;
    }

    /// The prices shifted so that none is negative: covered nodes pay so much more as each pair is taxed less.
    Bound bound() {
        long shift = shift();
        var prices = new long[graph.nodes];
        for (int node = 0; node < graph.nodes; node++) {
            prices[node] = leftPrice[node]
                    + (flow.coversLeft(node) ? shift : 0)
                    + rightPrice[node]
                    + (flow.coversRight(node) ? shift : 0);
        }
        var surcharges = new Surcharges();
        for (int edge : used.stream().toArray()) {
            int left = graph.left(edge);
            long amount = excess(left, edge) + (inside(left, graph.right[edge]) ? 0 : shift);
            if (amount > 0) {
                surcharges.add(graph.origin(edge), amount);
            }
        }
        return surcharges.bound(graph.copies, -shift * graph.copies, prices);
    }

    private long shift() {
        return IntStream.range(0, graph.nodes)
                .parallel()
                .mapToLong(this::shift)
                .max()
                .orElse(0);
    }

    /// What a left node, the right node of the same person and the edges from it ask for.
    private long shift(int left) {
        long shift = 0;
        if (flow.coversRight(left)) {
            shift = Math.max(shift, -rightPrice[left]);
        }
        if (!flow.coversLeft(left)) {
            for (int edge = graph.start[left]; edge < graph.start[left + 1]; edge++) {
                if (!flow.coversRight(graph.right[edge]) && used.get(edge)) {
                    shift = Math.max(shift, -excess(left, edge));
                }
            }
            return shift;
        }
        for (int edge = graph.start[left]; edge < graph.start[left + 1]; edge++) {
            if (flow.coversRight(graph.right[edge]) && graph.benefit.at(edge) >= graph.floor) {
                shift = Math.max(shift, excess(left, edge));
            }
        }
        return Math.max(shift, -leftPrice[left]);
    }

    private long excess(int left, int edge) {
        return graph.worth.at(edge) - leftPrice[left] - rightPrice[graph.right[edge]];
    }

    /// Edges of the graph as an assignment problem, row by row.
    private final class Laid {
        /// Empty where all edges of the graph stand as they do there.
        private final int[] edges;

        private final Assignment solved;

        /// A plain graph, without a copy of it.
        Laid() {
            edges = new int[0];
            solved = new Assignment(rowCapacity(), columnCapacity(), graph.start, graph.right, graph.worth);
        }

        /// @param positions edges of the graph, ascending
        Laid(int[] positions) {
            var left = lefts(positions);
            var start = starts(positions, left);
            edges = new int[start[rows()]];
            var column = new int[edges.length];
            var next = Arrays.copyOf(start, rows());
            for (int i = 0; i < positions.length; i++) {
                int right = graph.right[positions[i]];
                if (inside(left[i], right)) {
                    int at = next[row(left[i], right)]++;
                    column[at] = place(flow.coversLeft(left[i]) ? graph.nodes + right : left[i]);
                    edges[at] = positions[i];
                }
            }
            solved = new Assignment(rowCapacity(), columnCapacity(), start, column, graph.worth.at(edges));
        }

        /// The flow, at the prices that the nodes have.
        void begin() {
            for (int column = 0; column < solved.columns; column++) {
                int node = columnNode(column);
                solved.columnPrice[column] = node < graph.nodes ? leftPrice[node] : rightPrice[node - graph.nodes];
            }
            var inFlow = new BitSet(graph.edges());
            IntStream.of(flowEdges).forEach(inFlow::set);
            IntStream.of(forced).forEach(inFlow::clear);
            for (int row = 0; row < solved.rows; row++) {
                for (int at = solved.start[row]; at < solved.start[row + 1]; at++) {
                    if (inFlow.get(edges[at])) {
                        solved.use(at, row);
                    }
                }
            }
        }

        /// Positions in the graph.
        BitSet used() {
            if (edges.length == 0) {
                return solved.used;
            }
            var inGraph = new BitSet(graph.edges());
            solved.used.stream().map(at -> edges[at]).forEach(inGraph::set);
            return inGraph;
        }

        private int[] starts(int[] positions, int[] left) {
            var start = new int[rows() + 1];
            for (int i = 0; i < positions.length; i++) {
                if (inside(left[i], graph.right[positions[i]])) {
                    start[row(left[i], graph.right[positions[i]]) + 1]++;
                }
            }
            for (int row = 0; row < rows(); row++) {
                start[row + 1] += start[row];
            }
            return start;
        }

        /// Where the one before ended; all of its edges are here, too.
        void takeOver(Laid earlier) {
            System.arraycopy(earlier.solved.columnPrice, 0, solved.columnPrice, 0, solved.columns);
            for (int row = 0; row < solved.rows; row++) {
                int at = solved.start[row];
                for (int before = earlier.solved.start[row]; before < earlier.solved.start[row + 1]; before++) {
                    if (earlier.solved.used.get(before)) {
                        while (edges[at] != earlier.edges[before]) {
                            at++;
                        }
                        solved.use(at, row);
                    }
                }
            }
        }
    }

    private int[] everything() {
        var all = new int[graph.edges()];
        int count = 0;
        for (int edge = 0; edge < all.length; edge++) {
            if (graph.benefit.at(edge) >= graph.floor) {
                all[count++] = edge;
            }
        }
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    private int[] lefts(int[] positions) {
        var lefts = new int[positions.length];
        int node = 0;
        for (int i = 0; i < positions.length; i++) {
            while (graph.start[node + 1] <= positions[i]) {
                node++;
            }
            lefts[i] = node;
        }
        return lefts;
    }

    private boolean inside(int left, int right) {
        return flow.coversLeft(left) != flow.coversRight(right);
    }

    private int row(int left, int right) {
        return place(flow.coversLeft(left) ? left : graph.nodes + right);
    }

    private int[] nodes(boolean rows) {
        return IntStream.range(0, 2 * graph.nodes)
                .filter(node ->
                        (node < graph.nodes ? flow.coversLeft(node) : flow.coversRight(node - graph.nodes)) == rows)
                .toArray();
    }

    private int rows() {
        return plain ? graph.nodes : rowNode.length;
    }

    private int rowNode(int row) {
        return plain ? row : rowNode[row];
    }

    private int columnNode(int column) {
        return plain ? graph.nodes + column : columnNode[column];
    }

    private int place(int node) {
        return plain ? node % graph.nodes : place[node];
    }

    private int[] rowCapacity() {
        return IntStream.range(0, rows())
                .map(this::rowNode)
                .map(node -> !plain || flow.coversLeft(node) ? graph.capacity[node % graph.nodes] : 0)
                .toArray();
    }

    private int[] columnCapacity() {
        if (plain) {
            return graph.capacity;
        }
        var capacity = IntStream.of(columnNode)
                .map(node -> graph.capacity[node % graph.nodes])
                .toArray();
        for (int edge : forced) {
            capacity[place[graph.left(edge)]]--;
            capacity[place[graph.nodes + graph.right[edge]]]--;
        }
        return capacity;
    }

    private void keep(Laid laid) {
        var assignment = laid.solved;
        if (plain) {
            // Rows and columns are the nodes, and another copy of their prices would be the most there ever is at once.
            leftPrice = assignment.rowPrice;
            rightPrice = assignment.columnPrice;
        } else if (leftPrice.length == 0) {
            leftPrice = new long[graph.nodes];
            rightPrice = new long[graph.nodes];
        }
        for (int row = 0; row < assignment.rows; row++) {
            boolean bare = assignment.start[row] == assignment.start[row + 1];
            price(rowNode(row), bare ? 0 : assignment.rowPrice[row]);
        }
        for (int column = 0; column < assignment.columns; column++) {
            price(columnNode(column), assignment.columnPrice[column]);
        }
        used = laid.used();
    }

    private void price(int node, long amount) {
        if (node < graph.nodes) {
            leftPrice[node] = amount;
        } else {
            rightPrice[node - graph.nodes] = amount;
        }
    }

    /// Edges whose benefit is above their prices, the worst few of each left node; where there are any, those that
    /// are nearly above come along, since prices are about to change.
    private int[] uncovered() {
        var found = new AtomicBoolean();
        int[] all = nearlyUncovered(graph.spread() / NEARLY, found);
        return found.get() ? all : new int[0];
    }

    private int[] nearlyUncovered(long margin, AtomicBoolean found) {
        return Core.joined(IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> uncovered(chunk, margin, found))
                .toList());
    }

    private int[] uncovered(int chunk, long margin, AtomicBoolean found) {
        var all = new int[1024];
        int size = 0;
        var worst = new int[JOINING_EACH];
        int to = (int) ((long) graph.nodes * (chunk + 1) / CHUNKS);
        for (int left = (int) ((long) graph.nodes * chunk / CHUNKS); left < to; left++) {
            long limit = leftPrice[left] - margin;
            int count = 0;
            for (int edge = graph.start[left]; edge < graph.start[left + 1]; edge++) {
                if (graph.worth.at(edge) - rightPrice[graph.right[edge]] > limit && mayJoin(left, edge)) {
                    worst[count < JOINING_EACH ? count++ : mildest(left, worst)] = edge;
                    if (count == JOINING_EACH) {
                        limit = leftPrice[left] + excess(left, worst[mildest(left, worst)]);
                    }
                }
            }
            Arrays.sort(worst, 0, count);
            for (int i = 0; i < count; i++) {
                found.compareAndSet(false, excess(left, worst[i]) > 0);
            }
            if (size + count > all.length) {
                all = Arrays.copyOf(all, 2 * all.length);
            }
            System.arraycopy(worst, 0, all, size, count);
            size += count;
        }
        return Arrays.copyOf(all, size);
    }

    private boolean mayJoin(int left, int edge) {
        return graph.benefit.at(edge) >= graph.floor && inside(left, graph.right[edge]) && !laidOut.get(edge);
    }

    private int mildest(int left, int[] edges) {
        int mildest = 0;
        for (int at = 1; at < edges.length; at++) {
            mildest = excess(left, edges[at]) < excess(left, edges[mildest]) ? at : mildest;
        }
        return mildest;
    }
}

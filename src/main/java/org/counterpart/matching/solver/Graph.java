// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// The two-sided graph of one case. Every person is a node on the left and a node on the right; mostly only one of
/// them has edges. `copies` is 1 where every role is settled: edges then run from mentor to mentee. It is 2 where
/// roles are still open: every edge runs both ways, and half of what the graph allows bounds what the people can do
/// (Balinski 1965).
final class Graph {
    final int nodes;
    final int copies;
    final int[] capacity;
    final int[] left;
    final int[] right;
    final long[] benefit;
    final int[] origin;
    final int[] start;

    private Graph(int[] capacity, int copies, int[] left, int[] right, long[] benefit, int[] origin) {
        this.nodes = capacity.length;
        this.copies = copies;
        this.capacity = capacity;
        this.start = new int[nodes + 1];
        for (int node : left) {
            start[node + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            start[node + 1] += start[node];
        }
        this.left = new int[left.length];
        this.right = new int[left.length];
        this.benefit = new long[left.length];
        this.origin = new int[left.length];
        var next = start.clone();
        for (int i = 0; i < left.length; i++) {
            int place = next[left[i]]++;
            this.left[place] = left[i];
            this.right[place] = right[i];
            this.benefit[place] = benefit[i];
            this.origin[place] = origin[i];
        }
    }

    static Graph of(Problem problem, Roles roles) {
        boolean open = roles.anyOpen();
        int copies = open ? 2 : 1;
        int kept = 0;
        for (int edge = 0; edge < problem.edges(); edge++) {
            kept += roles.allow(problem.mentor[edge], problem.mentee[edge]) ? 1 : 0;
        }
        var left = new int[copies * kept];
        var right = new int[copies * kept];
        var benefit = new long[copies * kept];
        var origin = new int[copies * kept];
        int at = 0;
        for (int edge = 0; edge < problem.edges(); edge++) {
            int mentor = problem.mentor[edge];
            int mentee = problem.mentee[edge];
            if (roles.allow(mentor, mentee)) {
                for (int copy = 0; copy < copies; copy++) {
                    left[at] = copy == 0 ? mentor : mentee;
                    right[at] = copy == 0 ? mentee : mentor;
                    benefit[at] = problem.benefit[edge];
                    origin[at] = edge;
                    at++;
                }
            }
        }
        return new Graph(problem.capacity, copies, left, right, benefit, origin);
    }

    /// The part with at least so much benefit.
    Graph above(long floor) {
        int kept = 0;
        for (long each : benefit) {
            kept += each >= floor ? 1 : 0;
        }
        var lefts = new int[kept];
        var rights = new int[kept];
        var benefits = new long[kept];
        var origins = new int[kept];
        int at = 0;
        for (int edge = 0; at < kept; edge++) {
            if (benefit[edge] >= floor) {
                lefts[at] = left[edge];
                rights[at] = right[edge];
                benefits[at] = benefit[edge];
                origins[at] = origin[edge];
                at++;
            }
        }
        return new Graph(capacity, copies, lefts, rights, benefits, origins);
    }

    int edges() {
        return left.length;
    }
}

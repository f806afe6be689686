// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// The most valuable mixture of answers that reaches every quota on average, and what one unit of each quota costs in
/// it: a small linear programme with an answer a column (G. Dantzig, P. Wolfe 1960, doi 10.1287/opre.8.1.101), solved
/// by the simplex method with Bland's rule in floating point. Nothing is proved by it: multipliers only suggest where
/// to look, and bounds are computed exactly from whatever they are.
final class Mixture {
    private static final double NOTHING = 1e-8;
    private static final int MOST_PIVOTS = 5_000;

    private final int rows;
    private final int columns;
    private final double[][] tableau;
    private final int[] basis;
    private final double penalty;

    /// @param values of the answers
    /// @param excess of each answer over each quota, negative where it falls short
    /// @param exact the quota that must be met exactly rather than exceeded, or −1
    /// @param penalty the most that a unit of a quota can cost
    Mixture(double[] values, List<double[]> excess, int exact, double penalty) {
        int quotas = excess.getFirst().length;
        this.rows = 1 + quotas;
        this.penalty = penalty;
        // Answers, then what is left over of each quota, then what falls short of each and of the mixture itself.
        this.columns = values.length + quotas + rows;
        this.tableau = new double[rows + 1][columns + 1];
        this.basis = new int[rows];
        for (int answer = 0; answer < values.length; answer++) {
            tableau[0][answer] = 1;
            tableau[rows][answer] = values[answer];
            for (int quota = 0; quota < quotas; quota++) {
                tableau[1 + quota][answer] = excess.get(answer)[quota];
            }
        }
        for (int quota = 0; quota < quotas; quota++) {
            int over = values.length + quota;
            tableau[1 + quota][over] = -1;
            tableau[rows][over] = quota == exact ? -penalty : 0;
        }
        tableau[0][columns] = 1;
        double none = 2 * penalty * (1 + mostMissing(excess));
        for (int row = 0; row < rows; row++) {
            int shortfall = shortfall(row);
            tableau[row][shortfall] = 1;
            tableau[rows][shortfall] = row == 0 ? -none : -penalty;
            basis[row] = shortfall;
            double cost = tableau[rows][shortfall];
            for (int column = 0; column <= columns; column++) {
                tableau[rows][column] -= cost * tableau[row][column];
            }
        }
        solve();
    }

    private static double mostMissing(List<double[]> excess) {
        double most = 0;
        for (var each : excess) {
            double missing = 0;
            for (double over : each) {
                missing += Math.abs(over);
            }
            most = Math.max(most, missing);
        }
        return most;
    }

    private int shortfall(int row) {
        return columns - rows + row;
    }

    /// The value of the best mixture; shortfalls are paid for.
    double value() {
        return -tableau[rows][columns];
    }

    /// What one unit of a quota costs, from 0 to the penalty; of the exact one, from −penalty to penalty.
    double multiplier(int quota) {
        return tableau[rows][shortfall(1 + quota)] + penalty;
    }

    /// Whether even the best mixture falls short.
    boolean fallsShort() {
        for (int row = 0; row < rows; row++) {
            if (basis[row] >= columns - rows && tableau[row][columns] > NOTHING) {
                return true;
            }
        }
        return false;
    }

    private void solve() {
        for (int pivots = 0; pivots < MOST_PIVOTS; pivots++) {
            int entering = entering();
            int leaving = entering < 0 ? -1 : leaving(entering);
            if (leaving < 0) {
                return;
            }
            pivot(leaving, entering);
        }
    }

    private int entering() {
        for (int column = 0; column < columns; column++) {
            if (tableau[rows][column] > NOTHING) {
                return column;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int leaving = -1;
        double least = 0;
        for (int row = 0; row < rows; row++) {
            if (tableau[row][entering] > NOTHING) {
                double ratio = tableau[row][columns] / tableau[row][entering];
                if (leaving < 0 || ratio < least - NOTHING || ratio < least + NOTHING && basis[row] < basis[leaving]) {
                    leaving = row;
                    least = ratio;
                }
            }
        }
        return leaving;
    }

    private void pivot(int pivotRow, int entering) {
        double by = tableau[pivotRow][entering];
        for (int column = 0; column <= columns; column++) {
            tableau[pivotRow][column] /= by;
        }
        for (int row = 0; row <= rows; row++) {
            double times = tableau[row][entering];
            if (row != pivotRow && times != 0) {
                for (int column = 0; column <= columns; column++) {
                    tableau[row][column] -= times * tableau[pivotRow][column];
                }
            }
        }
        basis[pivotRow] = entering;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What one engine did in one process. Times are in milliseconds.
///
/// @param first the first answer in a fresh process, with everything that a start costs: compiling, collecting
/// @param processor what all threads of the process worked meanwhile, which other people's work does not lengthen
/// @param warm the median of the later half of the answers, the first one where there is no other
/// @param megabytes how far the process grew beyond what it was before the instance was made, by the first answer
record Run(long pairs, long total, double first, double processor, double warm, long megabytes, long edges) {
    static Run parsed(String line) {
        var said = line.strip().split(" ");
        return new Run(
                Long.parseLong(said[0]),
                Long.parseLong(said[1]),
                Double.parseDouble(said[2]),
                Double.parseDouble(said[3]),
                Double.parseDouble(said[4]),
                Long.parseLong(said[5]),
                Long.parseLong(said[6]));
    }

    String line() {
        return String.format(
                Locale.ROOT, "%d %d %.3f %.3f %.3f %d %d", pairs, total, first, processor, warm, megabytes, edges);
    }

    boolean answered() {
        return pairs >= 0;
    }

    boolean agrees(Run other) {
        return pairs == other.pairs && total == other.total;
    }

    /// Every figure's own median.
    static Run median(List<Run> runs) {
        return new Run(
                runs.getFirst().pairs,
                runs.getFirst().total,
                median(runs.stream().mapToDouble(Run::first).toArray()),
                median(runs.stream().mapToDouble(Run::processor).toArray()),
                median(runs.stream().mapToDouble(Run::warm).toArray()),
                runs.stream()
                        .map(Run::megabytes)
                        .sorted(Comparator.naturalOrder())
                        .toList()
                        .get(runs.size() / 2),
                runs.getFirst().edges);
    }

    static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

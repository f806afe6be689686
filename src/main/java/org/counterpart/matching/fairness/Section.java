// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the audit in words, for a page or a file.
public record Section(String title, List<String> text, List<Table> tables) {
    public Section {
        text = List.copyOf(text);
        tables = List.copyOf(tables);
    }

    public record Table(String title, List<String> headings, List<Line> lines) {
        public Table {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }

        /// Whether it holds figures and not only words.
        public boolean plotted() {
            return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(cell -> cell.plot() != null);
        }
    }

    /// @param note below the label; may be empty
    /// @param cells one for each heading after the first
    public record Line(String label, String note, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// @param detail below the text, an interval for example; may be empty
    public record Cell(String text, String detail, @Nullable Plot plot) {
        static Cell of(String text) {
            return new Cell(text, "", null);
        }
    }

    /// A share, its interval, and the share of everybody, from 0 to 1.
    public record Plot(double share, Interval interval, double everybody) {
        private static final int WIDTH = 200;

        /// Where a share is drawn, from 0 to 200 across.
        public long at(double value) {
            return Math.round(WIDTH * value);
        }

        public long width() {
            return Math.max(1, at(interval.high()) - at(interval.low()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An offer, a want and how they meet in a person's opinion: 0 none, 1 in part, 2 in full. `set` is `development`,
/// `held-out`, `elsewhere` or `independent` (`src/test/resources/phrases/README.md`).
record LabelledPair(String set, String offer, String want, int label) {
    private static final List<String> LABELS = List.of("none", "part", "full");

    static List<LabelledPair> all() throws IOException {
        var all = new ArrayList<LabelledPair>();
        for (var file : List.of("labelled", "independent")) {
            try (var rows =
                    CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/phrases/" + file + ".csv"))) {
                rows.forEach(row -> all.add(new LabelledPair(
                        row.findField("half").orElse(file),
                        row.getField("offer"),
                        row.getField("want"),
                        LABELS.indexOf(row.getField("meeting")))));
            }
        }
        return all;
    }
}

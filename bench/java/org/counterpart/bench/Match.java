// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One instance and the engines that meet on it, so many processes each, by turns.
record Match(String family, int side, int processes, List<Engine> engines) {
    private static final List<Engine> ALL = List.of(Engine.values());
    private static final List<Engine> LARGE =
            ALL.stream().filter(engine -> engine != Engine.JGRAPHT).toList();
    private static final List<Engine> KINDS = List.of(Engine.OR_ASSIGNMENT, Engine.OR_FLOW, Engine.OURS);

    static List<Match> quick() {
        return List.of(new Match("dense", 300, 3, ALL), new Match("sparse", 3_000, 3, ALL));
    }

    static List<Match> full() {
        var matches = new ArrayList<>(List.of(
                new Match("dense", 300, 5, ALL),
                new Match("dense", 1_000, 5, LARGE),
                new Match("dense", 10_000, 3, LARGE),
                new Match("sparse", 10_000, 5, LARGE),
                new Match("sparse", 100_000, 3, LARGE),
                new Match("sparse", 500_000, 3, LARGE)));
        matches.addAll(families());
        return matches;
    }

    static List<Match> families() {
        return Stream.concat(
                        Families.DENSE.stream()
                                .flatMap(family -> Stream.of(
                                        new Match(family, 800, 1, KINDS), new Match(family, 2_000, 1, KINDS))),
                        Families.SPARSE.stream().map(family -> new Match(family, 20_000, 1, KINDS)))
                .toList();
    }

    String name() {
        return "%s-%d".formatted(family, side);
    }
}

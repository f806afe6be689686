// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;

/// Whether the time that the sign-in page takes tells whose addresses are known. Each known address is asked for once,
/// beside an unknown one of the same length, in an order drawn by lot.
final class Enumeration {
    private static final int WARM_UP = 200;

    private Enumeration() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var server = arguments[0];
        int tries = Integer.parseInt(arguments[1]);
        var addresses = Files.readAllLines(Path.of(arguments[2])).stream()
                .skip(1)
                .map(line -> line.split(",")[2])
                .collect(java.util.stream.Collectors.toList());
        var random = new Random(1);
        Collections.shuffle(addresses, random);
        if (tries < 1 || tries > addresses.size()) {
            throw new IllegalArgumentException(
                    "There are %d known addresses to ask for, not %d: each is asked for once."
                            .formatted(addresses.size(), tries));
        }
        var asker = new Asker(server);
        for (int i = 0; i < WARM_UP; i++) {
            asker.ask("warm%d@up.example".formatted(i));
        }
        var known = new double[tries];
        var unknown = new double[tries];
        for (int i = 0; i < tries; i++) {
            var somebody = addresses.get(i);
            var nobody = somebody.replace("n-", "o-");
            if (random.nextBoolean()) {
                known[i] = asker.ask(somebody);
                unknown[i] = asker.ask(nobody);
            } else {
                unknown[i] = asker.ask(nobody);
                known[i] = asker.ask(somebody);
            }
        }
        print(new Spread(known), new Spread(unknown), tries, random);
    }

    private static void print(Spread known, Spread unknown, int tries, Random random) {
        var between = known.differenceFrom(unknown, random);
        System.out.printf(
                Locale.ROOT,
                "2 × %d tries: median %.3f ms for people who are known, %.3f ms for nobody; %+.3f ms apart, by bootstrap with 95%% between %+.3f and %+.3f ms%n",
                tries,
                known.median(),
                unknown.median(),
                known.median() - unknown.median(),
                between[0],
                between[1]);
    }
}

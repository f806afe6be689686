// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.counterpart.topics.Library;
import org.counterpart.topics.Reader;

/// Measures methods of comparing phrases by the pairs in `src/test/resources/phrases`. Everything that can be chosen,
/// the two thresholds of the embeddings above all, is chosen on the development half. Started by `bench/phrases`.
final class PhraseContest {
    /// 0 for none, 1 for part, 2 for full.
    private interface Method {
        int compare(String offer, String want);
    }

    private PhraseContest() {}

    public static void main(String[] arguments) throws IOException {
        var pairs = LabelledPair.all();
        var vectors = new SentenceVectors();
        Method topics = (offer, want) -> product(Library.shipped(), offer, want);
        Method embeddings = embeddings(pairs, vectors);
        Method both =
                (offer, want) -> Math.max(topics.compare(offer, want), Math.min(1, embeddings.compare(offer, want)));
        vectors.tellSpeed();
        var methods = new LinkedHashMap<String, Method>();
        methods.put("shared words, as before", SharedWords::compare);
        methods.put("stems", (offer, want) -> product(Library.empty(), offer, want));
        methods.put("stems and topics", topics);
        methods.put("embeddings", embeddings);
        methods.put("stems and topics, then embeddings", both);
        for (var set : List.of("development", "held-out", "elsewhere", "independent")) {
            var ofSet = ofSet(pairs, set);
            var labels = ofSet.stream().map(LabelledPair::label).toList();
            methods.forEach((name, method) -> System.out.printf(
                    "%-11s  %-33s  %s%n", set, name, new Agreement(labels, answers(ofSet, method)).report()));
            methods.forEach((name, method) -> difference(name, ofSet, topics, method));
        }
        methods.forEach((name, method) -> crossed(name, ofSet(pairs, "independent"), method));
        readingSpeed(pairs);
    }

    private static int product(Library library, String offer, String want) {
        var topics = new Topics(library);
        var numbers = topics.number(List.of(offer, want));
        return topics.meeting(numbers[0], numbers[1]) / Topics.PART;
    }

    private static Method embeddings(List<LabelledPair> pairs, SentenceVectors vectors) {
        Method best = (_, _) -> 0;
        for (double part = 0.2; part < 0.9; part += 0.02) {
            for (double full = part; full < 1; full += 0.02) {
                best = better(pairs, best, byThresholds(vectors, part, full));
            }
        }
        return best;
    }

    private static Method byThresholds(SentenceVectors vectors, double part, double full) {
        return (offer, want) -> {
            double similarity = vectors.similarity(offer, want);
            return similarity >= full ? 2 : similarity >= part ? 1 : 0;
        };
    }

    private static Method better(List<LabelledPair> pairs, Method best, Method other) {
        return rightOnDevelopment(pairs, other) > rightOnDevelopment(pairs, best) ? other : best;
    }

    private static int rightOnDevelopment(List<LabelledPair> pairs, Method method) {
        var development = ofSet(pairs, "development");
        var labels = development.stream().map(LabelledPair::label).toList();
        return new Agreement(labels, answers(development, method)).right();
    }

    private static List<LabelledPair> ofSet(List<LabelledPair> pairs, String set) {
        return pairs.stream().filter(pair -> pair.set().equals(set)).toList();
    }

    private static List<Integer> answers(List<LabelledPair> pairs, Method method) {
        return pairs.stream()
                .map(pair -> method.compare(pair.offer(), pair.want()))
                .toList();
    }

    /// The exact two-sided test of McNemar 1947 on the pairs where only one of two methods is right.
    private static void difference(String name, List<LabelledPair> pairs, Method usual, Method other) {
        int lost = 0;
        int won = 0;
        for (var pair : pairs) {
            boolean before = usual.compare(pair.offer(), pair.want()) == pair.label();
            boolean after = other.compare(pair.offer(), pair.want()) == pair.label();
            lost += before && !after ? 1 : 0;
            won += after && !before ? 1 : 0;
        }
        if (won + lost > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "             %s instead of topics: %d won, %d lost, p = %.2g%n",
                    name,
                    won,
                    lost,
                    Math.min(1, 2 * Agreement.atMost(Math.min(won, lost), won + lost, 0.5)));
        }
    }

    /// Every offer with the wants of all other pairs: hardly any of them has to do with another.
    private static void crossed(String name, List<LabelledPair> pairs, Method method) {
        int[] met = new int[3];
        for (var one : pairs) {
            for (var other : pairs) {
                met[method.compare(one.offer(), other.want())] += one == other ? 0 : 1;
            }
        }
        double all = pairs.size() * (pairs.size() - 1.0);
        System.out.printf(
                Locale.ROOT,
                "of all offers with wants of other pairs, %.2f %% meet in full and %.2f %% in part by %s%n",
                100 * met[2] / all,
                100 * met[1] / all,
                name);
    }

    private static void readingSpeed(List<LabelledPair> pairs) {
        var reader = new Reader(Library.shipped());
        int phrases = 0;
        long topics = 0;
        long start = 0;
        for (int round = 0; round < 200; round++) {
            if (round == 50) {
                start = System.nanoTime();
                phrases = 0;
            }
            for (var pair : pairs) {
                topics += reader.read(pair.offer()).topics().size()
                        + reader.read(pair.want()).topics().size();
                phrases += 2;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,.0f phrases read a second on one thread, %.2f topics each%n",
                phrases / ((System.nanoTime() - start) / 1e9),
                topics / 200.0 / (2 * pairs.size()));
    }
}

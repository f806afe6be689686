// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.topics.Library;
import org.counterpart.topics.Reader;
import org.counterpart.topics.Reading;
import org.jspecify.annotations.Nullable;

/// What people offer and want, as numbered phrases that can be compared quickly. A [Library] says which topics a phrase
/// is on; words that belong to no topic count by their stems. Two phrases meet in full if they are on the same topics
/// and hold the same other words, one at most excepted; in part if they share a topic, if a topic of one is near a
/// topic of the other, or if they share at least half of what the shorter one says (docs/methods/matching.md).
///
/// Once every phrase is numbered, any number of threads may ask what meets.
final class Topics {
    static final int FULL = 10;
    static final int PART = 5;

    private static final int MOST_KEPT = 10_000;

    private final Library library;
    private final Reader reader;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<Reading, Integer> numbers = new HashMap<>();
    private final List<Content> phrases = new ArrayList<>();

    /// What every two phrases met so far came to, plus one; rows by offer. Threads that fill a row twice write the
    /// same.
    private byte[][] met = {};

    Topics() {
        this(Library.shipped());
    }

    Topics(Library library) {
        this.library = library;
        this.reader = new Reader(library);
    }

    /// Numbers of the phrases, in their order; a phrase without any word has none and is -1.
    int[] number(List<String> phrases) {
        var numbered = phrases.stream()
                .mapToInt(phrase -> seen.computeIfAbsent(phrase, this::number))
                .toArray();
        if (this.phrases.size() > MOST_KEPT) {
            met = new byte[0][];
        } else if (met.length < this.phrases.size()) {
            met = new byte[Math.min(2 * this.phrases.size(), MOST_KEPT)][];
        }
        return numbered;
    }

    /// What a phrase can be found by, ascending, each from 0 to below [#keys()]. Two phrases that meet share at least
    /// one; two that share one need not meet.
    int[] keys(int phrase) {
        return phrase < 0 ? new int[0] : phrases.get(phrase).keys();
    }

    /// How many keys there are.
    int keys() {
        return library.size() + library.links() + words.size();
    }

    /// [#FULL], [#PART] or 0 points.
    int meeting(int offer, int want) {
        if (offer < 0 || want < 0) {
            return 0;
        }
        if (offer == want) {
            return FULL;
        }
        if (met.length == 0) {
            return phrases.get(offer).meet(phrases.get(want));
        }
        var row = met[offer];
        if (row == null) {
            row = new byte[met.length];
            met[offer] = row;
        }
        if (row[want] == 0) {
            row[want] = (byte) (1 + phrases.get(offer).meet(phrases.get(want)));
        }
        return row[want] - 1;
    }

    /// The topic of the offer through which it meets the want, by name; null where words alone met, or nothing.
    @Nullable
    String through(int offer, int want) {
        if (offer < 0 || want < 0) {
            return null;
        }
        var wanted = phrases.get(want);
        var offered = phrases.get(offer).topics();
        return Arrays.stream(offered)
                .filter(wanted::isOn)
                .boxed()
                .findFirst()
                .or(() -> Arrays.stream(offered)
                        .filter(topic ->
                                library.topic(topic).near().keySet().stream().anyMatch(wanted::isOn))
                        .boxed()
                        .findFirst())
                .map(topic -> library.topic(topic).name())
                .orElse(null);
    }

    /// Whether it may be told that somebody asked for what this offer is about: no topic of it is private.
    boolean mayBeTold(int offer) {
        return offer < 0
                || Arrays.stream(phrases.get(offer).topics())
                        .noneMatch(topic -> library.topic(topic).isPrivate());
    }

    private int number(String phrase) {
        var reading = reader.read(phrase);
        return reading.isEmpty()
                ? -1
                : numbers.computeIfAbsent(reading, fresh -> {
                    phrases.add(content(fresh));
                    return phrases.size() - 1;
                });
    }

    private Content content(Reading reading) {
        int links = library.size();
        int others = links + library.links();
        return new Content(
                reading.topics().stream().mapToInt(Integer::intValue).toArray(),
                reading.topics().stream()
                        .flatMap(topic -> library.topic(topic).near().values().stream())
                        .mapToInt(link -> links + link)
                        .sorted()
                        .distinct()
                        .toArray(),
                reading.words().stream()
                        .mapToInt(word -> others + words.computeIfAbsent(word, _ -> words.size()))
                        .sorted()
                        .toArray());
    }
}

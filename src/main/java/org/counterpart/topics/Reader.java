// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.counterpart.topics.Library.Name;

/// Reads phrases by a library. A phrase is in the language of which it has the most small words and names of topics;
/// names are looked up in that language and in English, whose words are at home everywhere. Keeps every word it met,
/// so it is for one thread and for one set of phrases.
public final class Reader {
    private static final Comparator<Found> LONGEST_FIRST = Comparator.<Found>comparingInt(
                    found -> -Long.bitCount(found.covered()))
            .thenComparingInt(found -> -found.name().length())
            .thenComparingInt(found -> found.name().topic());
    private static final Tongue[] TONGUES = Tongue.values();
    private static final int MOST_WORDS = Long.SIZE;

    private final Library library;
    private final Stemmer[] stemmers = Tongue.stemmers();
    private final Map<String, Word> known = new HashMap<>();

    public Reader(Library library) {
        this.library = library;
    }

    /// Words beyond the 64th are not read.
    public Reading read(String phrase) {
        var words = new ArrayList<Word>();
        for (var word : Spelling.words(phrase)) {
            if (words.size() < MOST_WORDS) {
                words.add(known.computeIfAbsent(word, this::learn));
            }
        }
        var names = new ArrayList<List<Found>>();
        for (var each : TONGUES) {
            names.add(found(words, each));
        }
        var tongue = tongue(words, names);
        var found = new ArrayList<>(names.get(tongue.ordinal()));
        if (tongue != Tongue.EN) {
            found.addAll(names.get(Tongue.EN.ordinal()));
        }
        found.sort(LONGEST_FIRST);
        long covered = 0;
        var topics = new TreeSet<Integer>();
        for (var each : found) {
            if ((each.covered() & covered) == 0) {
                covered |= each.covered();
                topics.add(each.name().topic());
            }
        }
        for (var each : found) {
            covered |= topics.contains(each.name().topic()) ? each.covered() : 0;
        }
        return new Reading(List.copyOf(topics), rest(words, tongue, covered, topics.isEmpty()));
    }

    private static Tongue tongue(List<Word> words, List<List<Found>> names) {
        var best = Tongue.EN;
        int most = 0;
        for (var tongue : TONGUES) {
            long covered = 0;
            for (var found : names.get(tongue.ordinal())) {
                covered |= found.covered();
            }
            int speaks = 2 * Long.bitCount(covered);
            for (var word : words) {
                speaks += word.small(tongue) || word.everyday(tongue) ? 1 : 0;
                speaks += word.own(tongue) ? 1 : 0;
            }
            if (speaks > most) {
                best = tongue;
                most = speaks;
            }
        }
        return best;
    }

    /// The names of one language that a phrase holds, and where.
    private List<Found> found(List<Word> words, Tongue tongue) {
        var found = new ArrayList<Found>();
        for (var word : words) {
            for (int part : word.parts(tongue)) {
                for (var name : library.named(part)) {
                    long covered = covered(name, words, tongue);
                    if (covered != 0) {
                        found.add(new Found(name, covered));
                    }
                }
            }
        }
        return found;
    }

    private static long covered(Name name, List<Word> words, Tongue tongue) {
        long covered = 0;
        for (int part : name.parts()) {
            long here = 0;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).has(tongue, part)) {
                    here |= 1L << i;
                }
            }
            if (here == 0) {
                return 0;
            }
            covered |= here;
        }
        return covered;
    }

    private static List<String> rest(List<Word> words, Tongue tongue, long covered, boolean noTopic) {
        var rest = new TreeSet<String>();
        var everyday = new TreeSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if ((covered >> i & 1) == 0 && !word.small(tongue)) {
                (word.everyday(tongue) || word.everyday(Tongue.EN) ? everyday : rest).add(word.stem(tongue));
            }
        }
        if (noTopic && rest.isEmpty()) {
            words.forEach(word -> everyday.add(word.stem(tongue)));
            return words.isEmpty() ? List.of() : List.of(String.join(" ", everyday));
        }
        return List.copyOf(rest);
    }

    private Word learn(String text) {
        var stems = new String[TONGUES.length];
        var parts = new int[TONGUES.length][];
        var plain = Spelling.plain(text);
        int small = 0;
        int everyday = 0;
        int own = 0;
        for (var tongue : TONGUES) {
            int bit = 1 << tongue.ordinal();
            var stem = stemmers[tongue.ordinal()].stem(text);
            stems[tongue.ordinal()] = stem;
            parts[tongue.ordinal()] = library.parts(tongue, stem, plain);
            small |= tongue.isSmall(text) ? bit : 0;
            everyday |= library.isEveryday(tongue, stem) ? bit : 0;
            own |= tongue.hasOwnLetter(text) ? bit : 0;
        }
        return new Word(stems, parts, small, everyday, own);
    }

    /// A name in a phrase, and a bit for each word it takes.
    private record Found(Name name, long covered) {}

    /// What is known of a word, by language.
    private record Word(String[] stems, int[][] parts, int smallBits, int everydayBits, int ownBits) {
        String stem(Tongue tongue) {
            return stems[tongue.ordinal()];
        }

        int[] parts(Tongue tongue) {
            return parts[tongue.ordinal()];
        }

        boolean has(Tongue tongue, int part) {
            for (int each : parts(tongue)) {
                if (each == part) {
                    return true;
                }
            }
            return false;
        }

        boolean small(Tongue tongue) {
            return (smallBits >> tongue.ordinal() & 1) != 0;
        }

        boolean everyday(Tongue tongue) {
            return (everydayBits >> tongue.ordinal() & 1) != 0;
        }

        boolean own(Tongue tongue) {
            return (ownBits >> tongue.ordinal() & 1) != 0;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The topics we know and the words they go by, as read from `topics/topics.yaml` and `topics/everyday-words.yaml`.
/// Never changes once read, so every thread may use it.
public final class Library {
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Tongue, Map<String, Integer>> parts = byTongue(HashMap::new);
    private final Map<Tongue, Set<String>> everyday = byTongue(HashSet::new);
    private final Map<Tongue, Set<Integer>> starLengths = byTongue(HashSet::new);

    /// By the part that they are looked up by.
    private final List<List<Name>> names = new ArrayList<>();

    /// For reading the library, one thread; whoever looks something up brings stems along.
    private final Stemmer[] stemmers = Tongue.stemmers();

    private int links;

    Library() {}

    /// The library that comes with Counterpart.
    public static Library shipped() {
        return Shipped.LIBRARY;
    }

    /// A library without topics, in which no word is an everyday one.
    public static Library empty() {
        return new Library();
    }

    public Topic topic(int number) {
        return topics.get(number);
    }

    public int size() {
        return topics.size();
    }

    /// How many pairs of topics are near each other; a [Topic] names its own by number.
    public int links() {
        return links;
    }

    /// Whether sharing a word with this stem says nothing.
    boolean isEveryday(Tongue tongue, String stem) {
        return of(everyday, tongue).contains(stem);
    }

    /// Numbers of the parts of names that a word can stand for in a language: its stem, and beginnings and ends that
    /// the library marks with a star.
    ///
    /// @param plain the word without accents
    int[] parts(Tongue tongue, String stem, String plain) {
        var known = of(parts, tongue);
        var found = IntStream.builder();
        add(found, known.get(stem));
        for (int length : of(starLengths, tongue)) {
            if (length <= plain.length()) {
                add(found, known.get(plain.substring(0, length) + "*"));
                add(found, known.get("*" + plain.substring(plain.length() - length)));
            }
        }
        return found.build().toArray();
    }

    /// The names of which this part is the one they are looked up by.
    List<Name> named(int part) {
        return names.get(part);
    }

    /// What people can pick from, by group and in the library's order; each is read as the topic that it is of. Private
    /// topics are for whoever words them.
    public Map<String, List<String>> picks() {
        var reader = new Reader(this);
        var picks = new LinkedHashMap<String, List<String>>();
        for (int number = 0; number < topics.size(); number++) {
            var topic = topics.get(number);
            if (!topic.isPrivate()) {
                var pick = reader.read(topic.name()).topics().contains(number) ? topic.name() : topic.phrase();
                picks.computeIfAbsent(topic.group(), _ -> new ArrayList<>()).add(pick);
            }
        }
        return picks;
    }

    void addTopic(String name, String group, boolean isPrivate, String phrase) {
        if (numbers.putIfAbsent(name, topics.size()) != null) {
            throw new IllegalArgumentException("The topic “%s” is there twice.".formatted(name));
        }
        topics.add(new Topic(name, group, isPrivate, phrase, new HashMap<>()));
    }

    void addName(String topic, Tongue tongue, String name) {
        var words = name.contains("*") ? List.of(starred(tongue, name)) : Spelling.words(name);
        var numbered = new int[words.size()];
        for (int i = 0; i < numbered.length; i++) {
            var word = words.get(i);
            numbered[i] = part(tongue, word.contains("*") ? word : stem(tongue, word));
        }
        int longest = 0;
        for (int i = 1; i < numbered.length; i++) {
            longest = words.get(i).length() > words.get(longest).length() ? i : longest;
        }
        names.get(numbered[longest]).add(new Name(number(topic), numbered, name.length()));
    }

    void addNear(String one, String other) {
        int link = links;
        if (topics.get(number(one)).near().putIfAbsent(number(other), link) == null) {
            topics.get(number(other)).near().put(number(one), link);
            links++;
        }
    }

    void addEveryday(Tongue tongue, String word) {
        of(everyday, tongue).add(stem(tongue, word));
    }

    private String starred(Tongue tongue, String name) {
        var plain = Spelling.plain(name.toLowerCase(Locale.ROOT));
        of(starLengths, tongue).add(plain.length() - 1);
        return plain;
    }

    private int part(Tongue tongue, String part) {
        return of(parts, tongue).computeIfAbsent(part, _ -> {
            names.add(new ArrayList<>());
            return names.size() - 1;
        });
    }

    private String stem(Tongue tongue, String word) {
        return stemmers[tongue.ordinal()].stem(word);
    }

    private int number(String topic) {
        if (numbers.get(topic) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(
                "There is no topic “%s” among %d. Maybe it was renamed.".formatted(topic, topics.size()));
    }

    private static void add(IntStream.Builder found, @Nullable Integer part) {
        if (part != null) {
            found.add(part);
        }
    }

    private static <T> Map<Tongue, T> byTongue(Supplier<T> fresh) {
        var all = new EnumMap<Tongue, T>(Tongue.class);
        for (var tongue : Tongue.values()) {
            all.put(tongue, fresh.get());
        }
        return all;
    }

    private static <T> T of(Map<Tongue, T> all, Tongue tongue) {
        return Objects.requireNonNull(all.get(tongue));
    }

    /// One thing that people teach each other. `phrase` is the first name that it goes by in English; `near` holds the
    /// number of the link to each topic close to it; a private topic is never told as a reason.
    public record Topic(String name, String group, boolean isPrivate, String phrase, Map<Integer, Integer> near) {}

    /// A name of a topic: all of its parts have to be in a phrase.
    record Name(int topic, int[] parts, int length) {}

    private static final class Shipped {
        static final Library LIBRARY = LibraryFile.read();
    }
}

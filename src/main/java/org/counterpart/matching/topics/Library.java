// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.topics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The topics we know and the words they go by, as read from `topics/topics.yaml` and `topics/everyday-words.yaml`.
/// Never changes once read, so every thread may use it.
public final class Library {
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> parts = new HashMap<>();
    private final Map<Integer, List<Name>> names = new HashMap<>();
    private final Map<Tongue, Set<String>> everyday = new EnumMap<>(Tongue.class);
    private final Set<Integer> starLengths = new HashSet<>();
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

    /// Whether sharing this word says nothing.
    boolean isEveryday(Tongue tongue, String word) {
        return everyday.getOrDefault(tongue, Set.of()).contains(tongue.stem(word));
    }

    /// Numbers of the parts of names that a word can stand for in a language: its stem, and beginnings and ends that
    /// the library marks with a star.
    int[] parts(Tongue tongue, String word) {
        var found = new ArrayList<Integer>();
        add(found, tongue, tongue.stem(word));
        var plain = Spelling.plain(word);
        for (int length : starLengths) {
            if (length <= plain.length()) {
                add(found, tongue, plain.substring(0, length) + "*");
                add(found, tongue, "*" + plain.substring(plain.length() - length));
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The names of which this part is the one they are looked up by.
    List<Name> named(int part) {
        return names.getOrDefault(part, List.of());
    }

    void addTopic(String name, boolean isPrivate) {
        if (numbers.putIfAbsent(name, topics.size()) != null) {
            throw new IllegalArgumentException("The topic “%s” is there twice.".formatted(name));
        }
        topics.add(new Topic(name, isPrivate, new HashMap<>()));
    }

    void addName(String topic, Tongue tongue, String name) {
        var words = name.contains("*") ? List.of(starred(name)) : Spelling.words(name);
        var numbered = words.stream()
                .map(word -> word.contains("*") ? word : tongue.stem(word))
                .mapToInt(part -> parts.computeIfAbsent(tongue.code() + " " + part, _ -> parts.size()))
                .toArray();
        int longest = 0;
        for (int i = 1; i < numbered.length; i++) {
            longest = words.get(i).length() > words.get(longest).length() ? i : longest;
        }
        names.computeIfAbsent(numbered[longest], _ -> new ArrayList<>())
                .add(new Name(number(topic), numbered, name.length()));
    }

    void addNear(String one, String other) {
        int link = links;
        if (topics.get(number(one)).near().putIfAbsent(number(other), link) == null) {
            topics.get(number(other)).near().put(number(one), link);
            links++;
        }
    }

    void addEveryday(Tongue tongue, String word) {
        everyday.computeIfAbsent(tongue, _ -> new HashSet<>()).add(tongue.stem(word));
    }

    private String starred(String name) {
        var plain = Spelling.plain(name.toLowerCase(java.util.Locale.ROOT));
        starLengths.add(plain.length() - 1);
        return plain;
    }

    private int number(String topic) {
        if (numbers.get(topic) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(
                "There is no topic “%s” among %d. Maybe it was renamed.".formatted(topic, topics.size()));
    }

    private void add(List<Integer> found, Tongue tongue, String part) {
        if (parts.get(tongue.code() + " " + part) instanceof Integer number) {
            found.add(number);
        }
    }

    /// One thing that people teach each other. `near` holds the number of the link to each topic close to it; a
    /// private topic is never told as a reason.
    public record Topic(String name, boolean isPrivate, Map<Integer, Integer> near) {}

    /// A name of a topic: all of its parts have to be in a phrase.
    record Name(int topic, int[] parts, int length) {}

    private static final class Shipped {
        static final Library LIBRARY = LibraryFile.read();
    }
}

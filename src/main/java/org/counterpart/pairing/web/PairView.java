// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpart.matching.Evidence;
import org.counterpart.matching.Sentences;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pause;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;

/// A pair as one of its two people sees it.
///
/// @param mentor whether the reader is the mentor
/// @param email of the other, once both accepted
public record PairView(
        Pair pair,
        Pair.Side side,
        boolean mentor,
        String other,
        String place,
        String why,
        List<String> given,
        List<String> gained,
        @Nullable String email) {

    /// Whether the two are a pair, also while it rests.
    public boolean agreed() {
        return side == Pair.Side.AGREED || side == Pair.Side.PAUSED && pair.bothAccepted();
    }

    public @Nullable Pause pause() {
        return pair.pause();
    }

    static PairView of(Pair pair, String reader, People people, Texts texts) {
        var sentences = new Sentences(texts::say);
        boolean mentor = pair.isMentor(reader);
        var side = pair.side(reader);
        var other = find(people, pair.otherThan(reader));
        var mentorOffers = offers(pair, Evidence.MentorTeaches.class, sentences);
        var menteeOffers = offers(pair, Evidence.MenteeReturns.class, sentences);
        return new PairView(
                pair,
                side,
                mentor,
                other.map(Person::name).orElse(pair.otherThan(reader)),
                other.map(PairView::place).orElse(""),
                sentences.why(name(people, pair.mentorId()), name(people, pair.menteeId()), pair.evidence()),
                mentor ? mentorOffers : menteeOffers,
                mentor ? menteeOffers : mentorOffers,
                side == Pair.Side.AGREED ? other.map(Person::email).orElse(null) : null);
    }

    private static List<String> offers(Pair pair, Class<? extends Evidence> kind, Sentences sentences) {
        return pair.evidence().stream()
                .filter(kind::isInstance)
                .map(sentences::chip)
                .toList();
    }

    private static String name(People people, String id) {
        return find(people, id).map(Person::name).orElse(id);
    }

    private static Optional<Person> find(People people, String id) {
        return people.find(id).or(() -> people.counterpart(id));
    }

    private static String place(Person person) {
        return Stream.of(person.department(), person.site())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}

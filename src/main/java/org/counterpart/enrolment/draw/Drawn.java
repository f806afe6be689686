// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The outcome of a draw: three lists, and what shows that they are right.
public final class Drawn implements Drawing {
    private final ClosedList list;
    private final Secret secret;
    private final List<Group> groups;
    private final List<Place> places;

    /// @param places by id
    Drawn(ClosedList list, Secret secret, List<Group> groups, List<Place> places) {
        this.list = list;
        this.secret = secret;
        this.groups = List.copyOf(groups);
        this.places = places;
    }

    public ClosedList list() {
        return list;
    }

    public Secret secret() {
        return secret;
    }

    /// Each pool's strata, in the order in which they were drawn.
    public List<Group> groups() {
        return groups;
    }

    /// Everyone's place, by id.
    public List<Place> places() {
        return places;
    }

    /// One of the lists: the reserve of each pool by turn, the others by id, because they have no order.
    public List<Place> on(Outcome outcome) {
        return places.stream()
                .filter(place -> place.outcome() == outcome)
                .sorted(Comparator.comparing(Place::pool).thenComparing(Place::turn))
                .toList();
    }

    public Optional<Place> of(String id) {
        return places.stream()
                .filter(place -> place.applicant().id().equals(id))
                .findFirst();
    }

    /// Who takes a place that came free: the first in reserve, whatever their stratum, because that is the order
    /// which everyone in reserve was told. Empty if there is nobody left, and then the place stays empty.
    ///
    /// @param gone who withdrew, or came from the reserve before
    public Optional<Place> next(Pool pool, Set<String> gone) {
        return on(Outcome.RESERVE).stream()
                .filter(place ->
                        place.pool() == pool && !gone.contains(place.applicant().id()))
                .findFirst();
    }

    /// What is published once it is drawn; it names nobody.
    public Notice notice() {
        return Notice.of(this, tree().root());
    }

    /// What shows one applicant their place and nothing of anybody else; empty for whoever did not apply.
    public Optional<Proof> proofOf(String id) {
        return of(id).map(place -> {
            var tree = tree();
            var leaf = Leaf.of(place, list.salts());
            return new Proof(
                    Notice.of(this, tree.root()), place, leaf.salt(), tree.place(leaf.hash()), tree.path(leaf.hash()));
        });
    }

    /// Everyone's proof, by id.
    public Map<String, Proof> proofs() {
        var tree = tree();
        var notice = Notice.of(this, tree.root());
        var salts = list.salts();
        var proofs = new HashMap<String, Proof>();
        for (var place : places) {
            var leaf = Leaf.of(place, salts);
            proofs.put(
                    place.applicant().id(),
                    new Proof(notice, place, leaf.salt(), tree.place(leaf.hash()), tree.path(leaf.hash())));
        }
        return proofs;
    }

    private Tree tree() {
        var salts = list.salts();
        return new Tree(
                places.stream().map(place -> Leaf.of(place, salts).hash()).toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pairs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets somebody prepare for a pair of theirs, where nobody else reads along (R02). Here it is ciphertext.
@Component
public class Preparing {
    /// So long after a pair ended what was prepared is kept; `privacy/vault.yaml` deletes it.
    private static final Period KEPT = Period.ofDays(30);

    private final Keys keys;
    private final Spaces spaces;
    private final Pairs pairs;
    private final Clock clock;

    Preparing(Keys keys, Spaces spaces, Pairs pairs, Clock clock) {
        this.keys = keys;
        this.spaces = spaces;
        this.pairs = pairs;
        this.clock = clock;
    }

    /// What a browser gets to open.
    public record Shown(Desk desk, Optional<Space> space, List<KeptItem> items) {}

    /// The pair, where it is one of theirs.
    public Optional<Pair> pair(UUID pairId, String personId) {
        return pairs.ofPerson(personId, pairId);
    }

    /// The day on which what somebody prepared is deleted; none while the pair goes on.
    public static Optional<LocalDate> keptUntil(Pair pair) {
        return Optional.ofNullable(pair.closedAt())
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).plus(KEPT));
    }

    @Transactional(readOnly = true)
    public Shown show(UUID pairId, String personId) {
        var desk = keys.desk(personId);
        var space = Optional.ofNullable(desk.member()).flatMap(member -> spaces.find(pairId, member));
        return new Shown(desk, space, space.map(Space::id).map(spaces::items).orElse(List.of()));
    }

    /// @param grants the key of the space, sealed in the browser to whoever has it
    @Transactional
    public Answer begin(UUID pairId, String personId, UUID space, List<Grant> grants) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        if (member == null
                || !isOneFor(member, 1, grants)
                || spaces.find(pairId, member).isPresent()) {
            return Answer.REFUSED;
        }
        spaces.add(space, pairId, member, clock.instant());
        spaces.add(space, grants.getFirst(), clock.instant());
        return Answer.KEPT;
    }

    /// Another key from now on.
    @Transactional
    public Answer renew(UUID pairId, String personId, List<Grant> grants) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var space = member == null ? null : spaces.find(pairId, member).orElse(null);
        if (member == null || space == null || !isOneFor(member, next(space), grants)) {
            return Answer.REFUSED;
        }
        spaces.add(space.id(), grants.getFirst(), clock.instant());
        return Answer.KEPT;
    }

    @Transactional
    public Answer write(UUID pairId, String personId, Item item) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var space = member == null ? null : spaces.find(pairId, member).orElse(null);
        if (member == null
                || space == null
                || !item.whole()
                || item.epoch() != next(space) - 1
                || item.sequence() != spaces.items(space.id()).size() + 1) {
            return Answer.REFUSED;
        }
        spaces.add(space.id(), member, item, clock.instant());
        return Answer.KEPT;
    }

    /// Gone with the share of its keys, whatever backup there is.
    @Transactional
    public Answer remove(UUID pairId, String personId) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        keys.hold(personId).ifPresent(member -> spaces.remove(pairId, member));
        return Answer.KEPT;
    }

    private static int next(Space space) {
        return space.epochs().isEmpty() ? 1 : space.epochs().getLast().number() + 1;
    }

    private static boolean isOneFor(UUID member, int epoch, List<Grant> grants) {
        return grants.size() == 1
                && grants.getFirst().member().equals(member)
                && grants.getFirst().epoch() == epoch
                && grants.getFirst().whole();
    }
}

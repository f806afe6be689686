// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pairs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets somebody prepare for a pair of theirs, where nobody else reads along (R02). Here it is ciphertext.
@Component
public class Preparing {
    private static final int SHARE = 32;
    private static final int GIVEN = 144;
    private static final int HASH = 32;

    private final Keys keys;
    private final Spaces spaces;
    private final Pairs pairs;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Preparing(Keys keys, Spaces spaces, Pairs pairs, Clock clock) {
        this.keys = keys;
        this.spaces = spaces;
        this.pairs = pairs;
        this.clock = clock;
    }

    /// What a browser gets to open.
    ///
    /// @param member null for somebody who has no key yet; then everything else is empty
    public record Desk(
            @Nullable UUID member,
            List<Sealed> log,
            List<Holder> holders,
            @Nullable Space space) {}

    public enum Answer {
        KEPT,
        /// Another device was faster, or it is written in a wrong way.
        REFUSED,
        /// The pair is not theirs.
        NOT_THEIRS
    }

    /// The pair, where it is one of theirs.
    public Optional<Pair> pair(UUID pairId, String personId) {
        return pairs.ofPerson(personId).stream()
                .filter(pair -> pair.id().equals(pairId))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Desk desk(UUID pairId, String personId) {
        return keys.member(personId)
                .map(member -> new Desk(
                        member,
                        keys.log(member),
                        keys.holders(member),
                        spaces.find(pairId, member).orElse(null)))
                .orElse(new Desk(null, List.of(), List.of(), null));
    }

    /// @param given the key of the space, sealed in the browser
    @Transactional
    public Answer begin(UUID pairId, String personId, UUID space, Sealed given) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        if (member == null
                || given.size() != GIVEN
                || spaces.find(pairId, member).isPresent()) {
            return Answer.REFUSED;
        }
        var share = new byte[SHARE];
        chance.nextBytes(share);
        spaces.add(space, pairId, member, given, share, clock.instant());
        return Answer.KEPT;
    }

    @Transactional
    public Answer write(UUID pairId, String personId, Item item) {
        if (pair(pairId, personId).isEmpty()) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var space = member == null ? null : spaces.find(pairId, member).orElse(null);
        if (member == null || space == null || !fits(item, space)) {
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

    private static boolean fits(Item item, Space space) {
        var size = item.sealed().size() - 29;
        return item.epoch() == space.epoch()
                && item.sequence() == space.items().size() + 1
                && space.items().stream().noneMatch(each -> each.id().equals(item.id()))
                && item.previous().size() == HASH
                && size >= 256
                && size <= 65_792
                && size % 256 == 0;
    }
}

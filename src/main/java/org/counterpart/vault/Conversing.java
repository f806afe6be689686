// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pairs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets the two of a pair write to each other, where nobody else reads along (class P1). Here it is ciphertext.
@Component
public class Conversing {
    /// So long after somebody made a new key nobody gives them what was written before: time for them to say that it
    /// was not they (docs/security/keys.md, section 5).
    public static final Duration BEFORE_SHARING = Duration.ofHours(24);

    /// So long after a pair ended what it wrote is kept; `privacy/vault.yaml` deletes it.
    private static final Period KEPT = Period.ofMonths(12);

    private static final int MOST = 20_000;

    /// Of files: bytes in a piece, what the last is filled up to, the pieces of one file (10 MB) and of all (200 MB).
    private static final int CHUNK = 65_536;
    private static final int CHUNK_STEP = 4_096;
    private static final int TAG = 16;
    private static final int CHUNKS_OF_A_FILE = 160;
    private static final int MOST_CHUNKS = 3_200;

    private final Keys keys;
    private final Conversations conversations;
    private final Pairs pairs;
    private final Clock clock;

    Conversing(Keys keys, Conversations conversations, Pairs pairs, Clock clock) {
        this.keys = keys;
        this.conversations = conversations;
        this.pairs = pairs;
        this.clock = clock;
    }

    /// What a browser gets to open.
    ///
    /// @param partner what it may know of the other's keys; empty while they have none
    /// @param epoch the newest, whoever was given its key
    public record Shown(Pair pair, Desk desk, Partner partner, Optional<Space> space, int epoch) {
        /// Whether both accepted. Until then nothing is known of the other.
        public boolean agreed() {
            return pair.bothAccepted();
        }

        /// The day on which it is deleted; none while the pair goes on.
        public Optional<LocalDate> keptUntil() {
            return Optional.ofNullable(pair.closedAt())
                    .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).plus(KEPT));
        }

        /// Whether they may write; a pair that ended is there to read.
        public boolean open() {
            return mayWrite(pair);
        }
    }

    /// @param epochs of the conversation, whose keys were given to their present key
    /// @param shareableFrom when what was written before may be given to their present key
    /// @param shareable whether that is so now
    public record Partner(
            Optional<UUID> member,
            List<Sealed> log,
            List<Integer> epochs,
            Optional<Instant> shareableFrom,
            boolean shareable) {}

    /// What is new since a browser last asked.
    ///
    /// @param logs how many entries the key logs of the two have together
    public record News(int logs, int epoch, List<KeptItem> items) {}

    /// The pair, where it is one of theirs.
    public Optional<Pair> pair(UUID pairId, String personId) {
        return pairs.ofPerson(personId, pairId);
    }

    private static boolean mayWrite(Pair pair) {
        return pair.bothAccepted() && pair.isOpen();
    }

    @Transactional(readOnly = true)
    public Optional<Shown> show(UUID pairId, String personId) {
        return pair(pairId, personId).map(pair -> {
            var desk = keys.desk(personId);
            var space = Optional.ofNullable(desk.member()).flatMap(member -> conversations.find(pairId, member));
            return new Shown(
                    pair,
                    desk,
                    partner(pairId, pair.otherThan(personId)),
                    space,
                    space.map(each -> conversations.epoch(each.id())).orElse(0));
        });
    }

    private Partner partner(UUID pairId, String personId) {
        var member = keys.member(personId);
        var epochs = member.flatMap(id -> conversations.find(pairId, id))
                .map(Space::epochs)
                .orElse(List.of());
        var from = member.flatMap(keys::newSince).map(at -> at.plus(BEFORE_SHARING));
        return new Partner(
                member,
                member.map(keys::log).orElse(List.of()),
                epochs.stream().map(Epoch::number).toList(),
                from,
                from.filter(at -> !at.isAfter(clock.instant())).isPresent());
    }

    @Transactional(readOnly = true)
    public Optional<News> news(UUID pairId, String personId, long after) {
        return pair(pairId, personId).map(pair -> {
            var conversation = conversations.id(pairId);
            return new News(
                    keys.entries(personId) + keys.entries(pair.otherThan(personId)),
                    conversation.map(conversations::epoch).orElse(0),
                    conversation.map(id -> conversations.items(id, after)).orElse(List.of()));
        });
    }

    /// @param grants the key of the first epoch, for each of the two
    @Transactional
    public Answer begin(UUID pairId, String personId, UUID conversation, List<Grant> grants) {
        var pair = pair(pairId, personId).orElse(null);
        if (pair == null) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        if (member == null
                || !mayWrite(pair)
                || !areForBoth(pair, 1, grants)
                || conversations.id(pairId).isPresent()) {
            return Answer.REFUSED;
        }
        conversations.add(conversation, pairId, clock.instant());
        grants.forEach(each -> conversations.add(conversation, member, each, clock.instant()));
        return Answer.KEPT;
    }

    /// Another key from now on.
    ///
    /// @param grants the key, for each of the two
    @Transactional
    public Answer renew(UUID pairId, String personId, List<Grant> grants) {
        var pair = pair(pairId, personId).orElse(null);
        if (pair == null) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var conversation = conversations.id(pairId).orElse(null);
        if (member == null
                || conversation == null
                || !areForBoth(pair, conversations.epoch(conversation) + 1, grants)) {
            return Answer.REFUSED;
        }
        grants.forEach(each -> conversations.add(conversation, member, each, clock.instant()));
        return Answer.KEPT;
    }

    /// Gives the other, who has a new key, keys of epochs before it.
    @Transactional
    public Answer share(UUID pairId, String personId, List<Grant> grants) {
        var pair = pair(pairId, personId).orElse(null);
        if (pair == null) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var conversation = conversations.id(pairId).orElse(null);
        var partner = partner(pairId, pair.otherThan(personId));
        if (member == null
                || conversation == null
                || !partner.shareable()
                || !grants.stream()
                        .allMatch(each -> each.whole()
                                && each.epoch() <= conversations.epoch(conversation)
                                && partner.member()
                                        .filter(each.member()::equals)
                                        .isPresent())) {
            return Answer.REFUSED;
        }
        grants.stream()
                .filter(each -> !conversations.isGiven(conversation, each))
                .forEach(each -> conversations.add(conversation, member, each, clock.instant()));
        return Answer.KEPT;
    }

    @Transactional
    public Answer write(UUID pairId, String personId, Item item) {
        var pair = pair(pairId, personId).orElse(null);
        if (pair == null) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.hold(personId).orElse(null);
        var conversation = conversations.id(pairId).orElse(null);
        if (member == null
                || conversation == null
                || !mayWrite(pair)
                || !item.whole()
                || item.epoch() != conversations.epoch(conversation)
                || item.sequence() != conversations.last(conversation) + 1
                || item.sequence() > MOST) {
            return Answer.REFUSED;
        }
        conversations.add(conversation, member, item, clock.instant());
        return Answer.KEPT;
    }

    /// A piece of a file; the item that names the file comes after all of them.
    @Transactional
    public Answer write(UUID pairId, String personId, UUID file, int number, Sealed sealed) {
        var pair = pair(pairId, personId).orElse(null);
        if (pair == null) {
            return Answer.NOT_THEIRS;
        }
        var member = keys.member(personId).orElse(null);
        var conversation = conversations.id(pairId).orElse(null);
        if (member == null
                || conversation == null
                || !mayWrite(pair)
                || number < 0
                || number >= CHUNKS_OF_A_FILE
                || !isChunk(sealed)
                || conversations.chunks(conversation) >= MOST_CHUNKS) {
            return Answer.REFUSED;
        }
        conversations.add(conversation, member, file, number, sealed);
        return Answer.KEPT;
    }

    @Transactional(readOnly = true)
    public Optional<Sealed> chunk(UUID pairId, String personId, UUID file, int number) {
        return pair(pairId, personId)
                .flatMap(_ -> conversations.id(pairId))
                .flatMap(conversation -> conversations.chunk(conversation, file, number));
    }

    private static boolean isChunk(Sealed sealed) {
        var size = sealed.size() - TAG;
        return size >= CHUNK_STEP && size <= CHUNK && size % CHUNK_STEP == 0;
    }

    private boolean areForBoth(Pair pair, int epoch, List<Grant> grants) {
        var both = Set.of(pair.mentorId(), pair.menteeId()).stream()
                .flatMap(person -> keys.member(person).stream())
                .collect(Collectors.toSet());
        return both.size() == 2
                && grants.size() == 2
                && grants.stream().allMatch(each -> each.whole() && each.epoch() == epoch)
                && grants.stream()
                        .map(Grant::member)
                        .collect(Collectors.toSet())
                        .equals(both);
    }
}

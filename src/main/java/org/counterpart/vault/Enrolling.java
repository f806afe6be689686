// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.counterpart.vault.HoldersChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the keys that a browser made for somebody, and what their key log says of them. All of it or nothing.
@Component
public class Enrolling {
    private static final int KEY = 32;
    private static final int WRAPPED = 112;
    private static final int MOST_ASKINGS = 5;

    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolling(Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /// @param member a random id, which stays theirs; the same as before where they have one
    /// @param anew whether nobody holds the user key of before any longer
    /// @param removed holders that are none any longer
    @Transactional
    public Answer enrol(
            String personId,
            UUID member,
            boolean anew,
            List<Sealed> entries,
            List<Holder> holders,
            List<UUID> removed) {
        var known = keys.hold(personId);
        if (known.map(id -> !id.equals(member)).orElse(!anew)
                || !holders.stream().allMatch(Enrolling::whole)
                || holders.size() + removed.size() == 0
                || entries.isEmpty()) {
            return Answer.REFUSED;
        }
        var log = known.map(keys::log).orElse(List.of());
        var before = log.isEmpty() ? Entry.none() : new Entry(log.getLast()).hash();
        var number = log.size();
        for (var each : entries) {
            var entry = new Entry(each);
            if (!entry.follows(member, ++number, before)) {
                return Answer.REFUSED;
            }
            before = entry.hash();
        }
        if (known.isEmpty()) {
            keys.add(member, personId, clock.instant());
        } else if (anew) {
            keys.endUserKey(member);
        }
        keep(personId, member, log.size(), entries, holders);
        removed.forEach(each -> keys.removeHolder(member, each));
        if (known.isPresent() && !holders.isEmpty()) {
            events.publishEvent(new HoldersChanged(personId, anew ? Change.REPLACED : Change.ADDED, clock.instant()));
        }
        return Answer.KEPT;
    }

    private void keep(String personId, UUID member, int from, List<Sealed> entries, List<Holder> holders) {
        var number = from;
        for (var each : entries) {
            keys.add(member, ++number, new Entry(each), clock.instant());
        }
        for (var holder : holders) {
            keys.add(member, holder);
            keys.endAsking(member, holder.id());
        }
        for (var each : entries) {
            events.publishEvent(new KeyLogged(personId, new Entry(each).hexHash()));
        }
    }

    /// Asks the person's other browsers to let this one in.
    @Transactional
    public Answer ask(String personId, UUID holder, Sealed publicKey) {
        var member = keys.hold(personId).orElse(null);
        if (member == null
                || publicKey.size() != KEY
                || keys.desk(personId).askings().size() >= MOST_ASKINGS) {
            return Answer.REFUSED;
        }
        keys.add(member, new Asking(holder, publicKey, clock.instant()));
        return Answer.KEPT;
    }

    /// What a browser gets to open somebody's user key, or to let another one in.
    @Transactional(readOnly = true)
    public Desk desk(String personId) {
        return keys.desk(personId);
    }

    private static boolean whole(Holder holder) {
        return holder.publicKey().size() == KEY && holder.wrapped().size() == WRAPPED;
    }
}

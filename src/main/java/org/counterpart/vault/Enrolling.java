// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the keys that a browser made for somebody, and what their key log says of them. All of it or nothing.
@Component
public class Enrolling {
    private static final int KEY = 32;
    private static final int WRAPPED = 112;

    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolling(Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    public enum Answer {
        KEPT,
        /// It does not follow what is kept: another device was faster, or it is written in a wrong way.
        REFUSED
    }

    /// @param member a random id, which stays theirs; the same as before where they have one
    /// @param anew whether nobody holds the user key of before any longer
    @Transactional
    public Answer enrol(String personId, UUID member, boolean anew, List<Sealed> entries, List<Holder> holders) {
        var known = keys.hold(personId);
        if (known.map(id -> !id.equals(member)).orElse(!anew) || !whole(holders) || entries.isEmpty()) {
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
            keys.removeHolders(member);
        }
        keep(personId, member, log.size(), entries, holders);
        return Answer.KEPT;
    }

    private void keep(String personId, UUID member, int from, List<Sealed> entries, List<Holder> holders) {
        var number = from;
        for (var each : entries) {
            keys.add(member, ++number, new Entry(each), clock.instant());
        }
        for (var holder : holders) {
            keys.add(member, holder, clock.instant());
        }
        for (var each : entries) {
            events.publishEvent(new KeyLogged(personId, new Entry(each).hexHash()));
        }
    }

    private static boolean whole(List<Holder> holders) {
        return !holders.isEmpty()
                && holders.stream()
                        .allMatch(each ->
                                each.publicKey().size() == KEY && each.wrapped().size() == WRAPPED);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.identity.Secret;
import org.counterpart.matching.RunPublished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks both people of each newly published pair, in the transaction that publishes.
@Component
class ProposedPairs {
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private final Pairs pairs;
    private final ApplicationEventPublisher events;

    ProposedPairs(Pairs pairs, ApplicationEventPublisher events) {
        this.pairs = pairs;
        this.events = events;
    }

    @EventListener
    void ask(RunPublished published) {
        var people = published.newPairs().stream()
                .flatMap(pair -> Stream.of(pair.mentorId(), pair.menteeId()))
                .toList();
        pairs.holdEnded(published.programmeId(), people).forEach(ended -> pairs.close(ended.id(), published.at()));
        for (var proposal : published.newPairs()) {
            var by = published.at().plus(TIME_TO_ANSWER);
            var mentorLink = Secret.fresh();
            var menteeLink = Secret.fresh();
            pairs.add(
                    new Pair(
                            UUID.randomUUID(),
                            published.programmeId(),
                            proposal.mentorId(),
                            proposal.menteeId(),
                            proposal.evidence(),
                            published.at(),
                            by,
                            null,
                            null,
                            null,
                            null),
                    published.runId(),
                    mentorLink,
                    menteeLink);
            events.publishEvent(new PairProposed(proposal.mentorId(), mentorLink, by, published.at()));
            events.publishEvent(new PairProposed(proposal.menteeId(), menteeLink, by, published.at()));
        }
    }
}

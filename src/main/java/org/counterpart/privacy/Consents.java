// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people agreed to. Rows are only ever added; the latest one counts, and is asked for anew each time, so that a
/// withdrawal is in effect at once.
@Repository
public class Consents {
    private static final String LATEST = "select distinct on (person_id, matter) * from consent where ";
    private static final String FIRST = " order by person_id, matter, id desc";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// All switches of a person, in their order.
    public List<Consent> of(String personId) {
        Map<Matter, Consent> turned = jdbc
                .sql(LATEST + "person_id = :person" + FIRST)
                .param("person", personId)
                .query((row, _) -> new Consent(
                        Matter.valueOf(row.getString("matter")),
                        row.getBoolean("given"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("wording")))
                .list()
                .stream()
                .collect(Collectors.toMap(Consent::matter, Function.identity()));
        return Arrays.stream(Matter.values())
                .map(matter -> turned.getOrDefault(matter, Consent.never(matter)))
                .toList();
    }

    public boolean given(String personId, Matter matter) {
        return of(personId).get(matter.ordinal()).given();
    }

    /// Turns one's own switch. Where it stands so already, nothing is written.
    @Transactional
    public void turn(String personId, Matter matter, boolean given) {
        waitForOthers();
        if (given(personId, matter) == given) {
            return;
        }
        jdbc.sql(
                        "insert into consent (person_id, matter, given, at, wording) values (:person, :matter, :given, :at, :wording)")
                .param("person", personId)
                .param("matter", matter.name())
                .param("given", given)
                .param("at", Timestamp.from(clock.instant()))
                .param("wording", matter.wording())
                .update();
        if (!given) {
            events.publishEvent(new ConsentWithdrawn(personId, matter, clock.instant()));
        }
    }

    /// Everyone who left the programme and did not come back. Nobody else leaves until the transaction ends.
    @Transactional
    public Set<String> left() {
        waitForOthers();
        return Set.copyOf(jdbc.sql("select person_id from (" + LATEST + "matter = 'PROGRAMME'" + FIRST
                        + ") latest where not given")
                .query(String.class)
                .list());
    }

    /// Takes answers to a call for agreeing to it, of people who never turned that switch.
    @Transactional
    public void signedUp(Collection<String> personIds) {
        jdbc.sql("""
                        insert into consent (person_id, matter, given, at, wording) \
                        select person, 'PROGRAMME', true, :at, :call from unnest(cast(:people as text[])) as person \
                        where not exists (select from consent where person_id = person and matter = 'PROGRAMME')""")
                .param("people", personIds.toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .param("call", Consent.CALL)
                .update();
    }

    private void waitForOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('consent'))")
                .query((row, _) -> true)
                .single();
    }
}

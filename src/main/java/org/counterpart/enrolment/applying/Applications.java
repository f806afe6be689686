// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.counterpart.enrolment.PeopleImported;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.Window;
import org.counterpart.enrolment.applying.Strength.Kind;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Applications as far as they were typed. The database shows each to its author alone.
@Repository
class Applications {
    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param version grows with each change
    /// @param handedInAt null for what was not handed in, or was withdrawn
    /// @param changed whether it changed since it was handed in
    record Kept(
            Application application,
            int version,
            Instant savedAt,
            @Nullable Instant handedInAt,
            boolean changed) {}

    Optional<Kept> find(UUID programmeId, String personId) {
        return kept(
                jdbc.sql("select * from application where programme_id = :programme and person_id = :person"),
                programmeId,
                personId);
    }

    /// The same, begun if need be, and nobody else changes it before this transaction is over.
    Kept hold(UUID programmeId, String personId, Instant now) {
        jdbc.sql("""
                        insert into application (programme_id, person_id, saved_at) values (:programme, :person, :now) \
                        on conflict do nothing""")
                .param("programme", programmeId)
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .update();
        return kept(
                        jdbc.sql(
                                "select * from application where programme_id = :programme and person_id = :person for update"),
                        programmeId,
                        personId)
                .orElseThrow();
    }

    private static Optional<Kept> kept(JdbcClient.StatementSpec asked, UUID programmeId, String personId) {
        return asked.param("programme", programmeId)
                .param("person", personId)
                .query(Applications::kept)
                .optional();
    }

    void save(UUID programmeId, String personId, Application application, Instant now) {
        var strengths = application.strengths();
        var gaps = application.gaps();
        jdbc.sql("""
                        update application set role = :role, strengths = :strengths, strength_kinds = :kinds, \
                        strength_evidence = :evidence, gaps = :gaps, gap_situations = :situations, \
                        gaps_released = :released, gives = :gives, wants = :wants, languages = :languages, \
                        availability = :hours, capacity = :capacity, commitments = :commitments, avoid = :avoid, \
                        prefer = :prefer, version = version + 1, saved_at = :now, changed = handed_in_at is not null \
                        where programme_id = :programme and person_id = :person""")
                .param("role", application.role() instanceof Role role ? role.name() : null)
                .param("strengths", texts(strengths, Strength::what))
                .param("kinds", texts(strengths, each -> each.kind() instanceof Kind kind ? kind.name() : ""))
                .param("evidence", texts(strengths, Strength::evidence))
                .param("gaps", texts(gaps, Gap::what))
                .param("situations", texts(gaps, Gap::situation))
                .param("released", application.released())
                .param("gives", texts(application.gives(), Function.identity()))
                .param("wants", texts(application.wants(), Function.identity()))
                .param("languages", texts(application.languages(), Function.identity()))
                .param("hours", texts(application.hours(), Window::text))
                .param("capacity", application.capacity())
                .param("commitments", application.commitments())
                .param("avoid", texts(application.avoid(), Function.identity()))
                .param("prefer", texts(application.prefer(), Function.identity()))
                .param("now", Timestamp.from(now))
                .param("programme", programmeId)
                .param("person", personId)
                .update();
    }

    /// @param at null to take it back
    /// @param agreedTo country and version of the words that they ticked
    void handIn(UUID programmeId, String personId, @Nullable Instant at, @Nullable String agreedTo) {
        jdbc.sql("""
                        update application set handed_in_at = :at, changed = false, agreed_to = :agreed \
                        where programme_id = :programme and person_id = :person""")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("agreed", agreedTo)
                .param("programme", programmeId)
                .param("person", personId)
                .update();
    }

    /// Ids of those whom the roster has at these addresses, in their order. Asked by the program alone, and told to
    /// nobody.
    List<String> ids(List<String> addresses) {
        return jdbc.sql("""
                        select id from unnest(:addresses) with ordinality as named (address, place) \
                        join person on email = address order by place""")
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /// Whoever joins the roster later may be somebody whom an applicant would rather not meet.
    @EventListener
    void look(PeopleImported imported) {
        Acting.system(() -> jdbc.sql("""
                        update sign_up set avoid = array(select distinct known.id from unnest(sign_up.avoid || found.ids) \
                        as known (id) order by known.id) from application join lateral (select array(select id from person \
                        where email = any (application.avoid)) as ids) found on true \
                        where application.programme_id = sign_up.programme_id \
                        and application.person_id = sign_up.person_id and handed_in_at is not null \
                        and not found.ids <@ sign_up.avoid""").update());
    }

    /// Only what is not handed in.
    void remove(UUID programmeId, String personId) {
        jdbc.sql("""
                        delete from application \
                        where programme_id = :programme and person_id = :person and handed_in_at is null""").param("programme", programmeId).param("person", personId).update();
    }

    /// Takes all that somebody typed for any call, once they leave.
    @EventListener
    void remove(ConsentWithdrawn left) {
        switch (left.matter()) {
            case PROGRAMME ->
                Acting.system(() -> jdbc.sql("delete from application where person_id = :person")
                        .param("person", left.personId())
                        .update());
            case RESEARCH, SURVEYS -> {}
        }
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        var role = row.getString("role");
        var handedIn = row.getTimestamp("handed_in_at");
        return new Kept(
                new Application(
                        role == null ? null : Role.valueOf(role),
                        strengths(row),
                        gaps(row),
                        row.getBoolean("gaps_released"),
                        texts(row, "gives"),
                        texts(row, "wants"),
                        texts(row, "languages"),
                        texts(row, "availability").stream().map(Window::of).toList(),
                        row.getInt("capacity"),
                        row.getObject("commitments", Integer.class),
                        texts(row, "avoid"),
                        texts(row, "prefer")),
                row.getInt("version"),
                row.getTimestamp("saved_at").toInstant(),
                handedIn == null ? null : handedIn.toInstant(),
                row.getBoolean("changed"));
    }

    private static List<Strength> strengths(ResultSet row) throws SQLException {
        var kinds = texts(row, "strength_kinds");
        var what = texts(row, "strengths");
        var evidence = texts(row, "strength_evidence");
        var strengths = new ArrayList<Strength>();
        for (int i = 0; i < what.size(); i++) {
            var kind = kinds.get(i).isEmpty() ? null : Kind.valueOf(kinds.get(i));
            strengths.add(new Strength(kind, what.get(i), evidence.get(i)));
        }
        return strengths;
    }

    private static List<Gap> gaps(ResultSet row) throws SQLException {
        var what = texts(row, "gaps");
        var situations = texts(row, "gap_situations");
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < what.size(); i++) {
            gaps.add(new Gap(what.get(i), situations.get(i)));
        }
        return gaps;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

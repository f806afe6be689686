// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ConsentWithdrawn;
import org.counterpart.privacy.Consents;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who answered the call of each programme.
@Repository
public class SignUps {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Consents consents;

    SignUps(JdbcClient jdbc, JdbcTemplate batches, Consents consents) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.consents = consents;
    }

    public List<SignUp> of(UUID programmeId) {
        return jdbc.sql("select * from sign_up where programme_id = :programme order by person_id")
                .param("programme", programmeId)
                .query(SignUps::signUp)
                .list();
    }

    /// Those of them who start now; all of them where nothing was drawn, or what was drawn is set aside (R65).
    public List<SignUp> takingPart(UUID programmeId) {
        return jdbc.sql("""
                        select * from sign_up where programme_id = :programme and ( \
                        not exists (select from draw where draw.programme_id = :programme and drawn_at is not null \
                        and round = (select max(round) from draw where draw.programme_id = :programme)) \
                        or person_id in (select draw_place.person_id from draw_place \
                        where draw_place.programme_id = :programme and left_at is null \
                        and round = (select max(round) from draw where draw.programme_id = :programme) \
                        and (outcome = 'START_NOW' or moved_up_at is not null))) order by person_id""")
                .param("programme", programmeId)
                .query(SignUps::signUp)
                .list();
    }

    /// Changes whenever one of them does, or what was drawn for them: every row carries the number of the transaction
    /// that wrote it, so what is written adds to the sum and what is removed takes from the count.
    public String version(UUID programmeId) {
        return jdbc.sql("""
                        select (select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from sign_up \
                        where programme_id = :programme) || ' ' || (select count(*) || ' ' \
                        || coalesce(sum(xmin::text::bigint), 0) from draw_place where programme_id = :programme) \
                        || ' ' || (select count(drawn_at) from draw where programme_id = :programme)""").param("programme", programmeId).query(String.class).single();
    }

    public boolean has(UUID programmeId, String personId) {
        return jdbc.sql("select exists (select from sign_up where programme_id = :programme and person_id = :person)")
                .param("programme", programmeId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    public int count(UUID programmeId) {
        return jdbc.sql("select count(*) from sign_up where programme_id = :programme")
                .param("programme", programmeId)
                .query(Integer.class)
                .single();
    }

    /// Adds new sign-ups and replaces others, but never what somebody applied with.
    public void save(UUID programmeId, Collection<SignUp> signUps) {
        batches.batchUpdate("""
                insert into sign_up (programme_id, person_id, role, capacity, offers, wants, goals, availability, \
                avoid, prefer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (programme_id, person_id) \
                do update set role = excluded.role, capacity = excluded.capacity, offers = excluded.offers, \
                wants = excluded.wants, goals = excluded.goals, availability = excluded.availability, \
                avoid = excluded.avoid, prefer = excluded.prefer where sign_up.applied_at is null""", signUps, 500, (statement, signUp) -> {
            var connection = statement.getConnection();
            statement.setObject(1, programmeId);
            statement.setString(2, signUp.personId());
            statement.setString(3, signUp.role().name());
            statement.setInt(4, signUp.capacity());
            statement.setArray(
                    5, connection.createArrayOf("text", signUp.offers().toArray()));
            statement.setArray(
                    6, connection.createArrayOf("text", signUp.wants().toArray()));
            statement.setString(7, signUp.goals());
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "text",
                            signUp.availability().stream().map(Window::text).toArray()));
            statement.setArray(
                    9,
                    connection.createArrayOf(
                            "text", signUp.avoid().stream().sorted().toArray()));
            statement.setArray(
                    10, connection.createArrayOf("text", signUp.prefer().toArray()));
        });
        consents.signedUp(signUps.stream().map(SignUp::personId).toList());
    }

    /// Replaces whatever was there of them by what they applied with.
    ///
    /// @param languages tags; none where those of the roster hold
    public void apply(UUID programmeId, SignUp signUp, List<String> languages, Instant at) {
        takeBack(programmeId, signUp.personId());
        save(programmeId, List.of(signUp));
        jdbc.sql("""
                        update sign_up set languages = :languages, applied_at = :at \
                        where programme_id = :programme and person_id = :person""")
                .param("languages", languages.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("programme", programmeId)
                .param("person", signUp.personId())
                .update();
    }

    public void takeBack(UUID programmeId, String personId) {
        jdbc.sql("delete from sign_up where programme_id = :programme and person_id = :person")
                .param("programme", programmeId)
                .param("person", personId)
                .update();
    }

    /// Ids of those who applied themselves; what they answered is theirs, and no file changes it.
    public Set<String> applied(UUID programmeId) {
        return jdbc
                .sql("select person_id from sign_up where programme_id = :programme and applied_at is not null")
                .param("programme", programmeId)
                .query((row, _) -> row.getString("person_id"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Tags of the languages that people applied with, by id; those of the roster hold for all others.
    public Map<String, Set<String>> languages(UUID programmeId) {
        return jdbc
                .sql("select * from sign_up where programme_id = :programme and cardinality(languages) > 0")
                .param("programme", programmeId)
                .query((row, _) -> Map.entry(row.getString("person_id"), Set.copyOf(texts(row, "languages"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// How many would be in each role.
    public Map<Role, Integer> demand(UUID programmeId) {
        var demand = new EnumMap<Role, Integer>(Role.class);
        jdbc.sql("select role, count(*) as count from sign_up where programme_id = :programme group by role")
                .param("programme", programmeId)
                .query((row, _) -> Map.entry(Role.valueOf(row.getString("role")), row.getInt("count")))
                .list()
                .forEach(each -> demand.put(each.getKey(), each.getValue()));
        return demand;
    }

    /// Takes sign-ups away that came from a file.
    public void withdraw(UUID programmeId, Set<String> personIds) {
        if (!personIds.isEmpty()) {
            jdbc.sql("""
                            delete from sign_up where programme_id = :programme and person_id in (:people) \
                            and applied_at is null""")
                    .param("programme", programmeId)
                    .param("people", personIds)
                    .update();
        }
    }

    /// Takes everything that somebody answered to any call, once they leave.
    @EventListener
    void remove(ConsentWithdrawn left) {
        switch (left.matter()) {
            case PROGRAMME ->
                Acting.system(() -> jdbc.sql("delete from sign_up where person_id = :person")
                        .param("person", left.personId())
                        .update());
            case RESEARCH, SURVEYS -> {}
        }
    }

    private static SignUp signUp(ResultSet row, int index) throws SQLException {
        return new SignUp(
                row.getString("person_id"),
                Role.valueOf(row.getString("role")),
                row.getInt("capacity"),
                texts(row, "offers"),
                texts(row, "wants"),
                row.getString("goals"),
                texts(row, "availability").stream().map(Window::of).toList(),
                texts(row, "avoid").stream().collect(Collectors.toUnmodifiableSet()),
                texts(row, "prefer"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

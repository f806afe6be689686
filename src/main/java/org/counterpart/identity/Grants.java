// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.web.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The duties that are held or proposed. None is ever removed; it ends.
@Repository
public class Grants {
    private static final String OPEN = """
            select grants.id, duty, programme_id, reason, proposed_at, proposed_by, confirmed_at, confirmed_by, \
            account_id, person_id, coalesce(person.email, account.email, '') as email, \
            coalesce(person.name, account.name) as name \
            from duty_grant grants join account on account.id = account_id \
            left join person on person.id = person_id where ended_at is null""";

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that did not end, by name.
    public List<Grant> open() {
        return jdbc.sql(OPEN + " order by name, proposed_at, grants.id")
                .query(Grants::grant)
                .list();
    }

    public List<Grant> openOf(UUID accountId) {
        return jdbc.sql(OPEN + " and account_id = :account order by proposed_at, grants.id")
                .param("account", accountId)
                .query(Grants::grant)
                .list();
    }

    public Optional<Grant> find(UUID id) {
        return jdbc.sql(OPEN + " and grants.id = :id")
                .param("id", id)
                .query(Grants::grant)
                .optional();
    }

    /// Accounts of those who run the programmes now. Waits for whoever changes that at the same time.
    public List<UUID> lockOwners() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('duty_grant'))")
                .query((row, _) -> true)
                .single();
        return owners();
    }

    /// Accounts of those who run the programmes now.
    public List<UUID> owners() {
        return open().stream()
                .filter(grant -> grant.confirmed() && grant.duty() == Duty.OWNER)
                .map(grant -> grant.holder().id())
                .collect(Collectors.toUnmodifiableList());
    }

    /// @return its id
    public UUID propose(
            UUID accountId, Duty duty, @Nullable UUID programmeId, String reason, @Nullable UUID by, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into duty_grant (id, account_id, duty, programme_id, reason, proposed_at, proposed_by) \
                        values (:id, :account, :duty, :programme, :reason, :at, :by)""")
                .param("id", id)
                .param("account", accountId)
                .param("duty", duty.name())
                .param("programme", programmeId)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        return id;
    }

    public void confirm(UUID id, UUID by, Instant at) {
        jdbc.sql("update duty_grant set confirmed_at = :at, confirmed_by = :by where id = :id and confirmed_at is null")
                .param("id", id)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void end(UUID id, UUID by, Instant at) {
        jdbc.sql("update duty_grant set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                .param("id", id)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Grant grant(ResultSet row, int index) throws SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Grant(
                row.getObject("id", UUID.class),
                new Account(
                        row.getObject("account_id", UUID.class),
                        row.getString("person_id"),
                        row.getString("email"),
                        row.getString("name")),
                Duty.valueOf(row.getString("duty")),
                row.getObject("programme_id", UUID.class),
                row.getString("reason"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                confirmed == null ? null : confirmed.toInstant(),
                row.getObject("confirmed_by", UUID.class));
    }
}

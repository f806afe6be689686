// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has which keys. The database shows everybody their own.
@Repository
class Keys {
    /// So long a browser may wait to be let in.
    private static final Duration ASKING = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;

    Keys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> member(String personId) {
        return jdbc.sql("select id from vault_member where person_id = :person")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }

    Desk desk(String personId) {
        return member(personId)
                .map(member -> new Desk(
                        member,
                        log(member),
                        holders(member),
                        askings(member, clock.instant().minus(ASKING))))
                .orElseGet(Desk::empty);
    }

    /// How many entries somebody's key log has; 0 where they have no key.
    int entries(String personId) {
        return jdbc.sql("""
                        select count(*) from key_log_entry join vault_member on id = member_id \
                        where person_id = :person""").param("person", personId).query(Integer.class).single();
    }

    /// Since when somebody has the user key that they have.
    Optional<Instant> newSince(UUID member) {
        return jdbc.sql("""
                        select max(at) from key_log_entry where member_id = :member \
                        and get_byte(entry, :act) = :key having max(at) is not null""")
                .param("member", member)
                .param("act", Entry.ACT)
                .param("key", Entry.KEY)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /// The same as [#member], and nobody else adds keys of theirs before this transaction is over.
    Optional<UUID> hold(String personId) {
        return jdbc.sql("select id from vault_member where person_id = :person for no key update")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }

    void add(UUID member, String personId, Instant at) {
        jdbc.sql("insert into vault_member (id, person_id, since) values (:id, :person, :at)")
                .param("id", member)
                .param("person", personId)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Sealed> log(UUID member) {
        return jdbc.sql("select entry from key_log_entry where member_id = :member order by number")
                .param("member", member)
                .query((row, _) -> Sealed.of(row.getBytes("entry")))
                .list();
    }

    void add(UUID member, int number, Entry entry, Instant at) {
        jdbc.sql("insert into key_log_entry (member_id, number, entry, at) values (:member, :number, :entry, :at)")
                .param("member", member)
                .param("number", number)
                .param("entry", entry.kept().bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Holder> holders(UUID member) {
        return jdbc.sql("""
                        select id, kind, public_key, wrapped, since from vault_holder where member_id = :member \
                        order by since, id""").param("member", member).query(Keys::holder).list();
    }

    /// Those that asked since a moment.
    List<Asking> askings(UUID member, Instant since) {
        return jdbc.sql("""
                        select id, public_key, asked_at from vault_asking where member_id = :member \
                        and asked_at > :since order by asked_at, id""")
                .param("member", member)
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Asking(
                        row.getObject("id", UUID.class),
                        Sealed.of(row.getBytes("public_key")),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    void add(UUID member, Asking asking) {
        jdbc.sql("""
                        insert into vault_asking (id, member_id, public_key, asked_at) \
                        values (:id, :member, :key, :at)""")
                .param("id", asking.id())
                .param("member", member)
                .param("key", asking.publicKey().bytes())
                .param("at", Timestamp.from(asking.at()))
                .update();
    }

    void endAsking(UUID member, UUID id) {
        jdbc.sql("delete from vault_asking where member_id = :member and id = :id")
                .param("member", member)
                .param("id", id)
                .update();
    }

    void removeHolder(UUID member, UUID id) {
        jdbc.sql("delete from vault_holder where member_id = :member and id = :id")
                .param("member", member)
                .param("id", id)
                .update();
    }

    void add(UUID member, Holder holder) {
        jdbc.sql("""
                        insert into vault_holder (id, member_id, kind, public_key, wrapped, since) \
                        values (:id, :member, :kind, :key, :wrapped, :at)""")
                .param("id", holder.id())
                .param("member", member)
                .param("kind", holder.kind().name())
                .param("key", holder.publicKey().bytes())
                .param("wrapped", holder.wrapped().bytes())
                .param("at", Timestamp.from(holder.since()))
                .update();
    }

    /// Once the user key became another one, nobody holds the one before, and what was sealed to it opens for nobody.
    void endUserKey(UUID member) {
        jdbc.sql("delete from vault_holder where member_id = :member")
                .param("member", member)
                .update();
        jdbc.sql("delete from vault_epoch_key where member_id = :member")
                .param("member", member)
                .update();
        jdbc.sql("delete from conversation_key where member_id = :member")
                .param("member", member)
                .update();
    }

    private static Holder holder(ResultSet row, int index) throws SQLException {
        return new Holder(
                row.getObject("id", UUID.class),
                Holder.Kind.valueOf(row.getString("kind")),
                Sealed.of(row.getBytes("public_key")),
                Sealed.of(row.getBytes("wrapped")),
                row.getTimestamp("since").toInstant());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has which keys. The database shows everybody their own.
@Repository
class Keys {
    private final JdbcClient jdbc;

    Keys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> member(String personId) {
        return jdbc.sql("select id from vault_member where person_id = :person")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }

    /// The same, and nobody else adds keys of theirs before this transaction is over.
    Optional<UUID> hold(String personId) {
        return jdbc.sql("select id from vault_member where person_id = :person for update")
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
                        select id, kind, public_key, wrapped from vault_holder where member_id = :member \
                        order by since, id""").param("member", member).query(Keys::holder).list();
    }

    void add(UUID member, Holder holder, Instant at) {
        jdbc.sql("""
                        insert into vault_holder (id, member_id, kind, public_key, wrapped, since) \
                        values (:id, :member, :kind, :key, :wrapped, :at)""")
                .param("id", holder.id())
                .param("member", member)
                .param("kind", holder.kind().name())
                .param("key", holder.publicKey().bytes())
                .param("wrapped", holder.wrapped().bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Once the user key became another one, nobody holds the one before.
    void removeHolders(UUID member) {
        jdbc.sql("delete from vault_holder where member_id = :member")
                .param("member", member)
                .update();
    }

    private static Holder holder(ResultSet row, int index) throws SQLException {
        return new Holder(
                row.getObject("id", UUID.class),
                Holder.Kind.valueOf(row.getString("kind")),
                Sealed.of(row.getBytes("public_key")),
                Sealed.of(row.getBytes("wrapped")));
    }
}

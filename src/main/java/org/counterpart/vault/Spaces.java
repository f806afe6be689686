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

/// Where things are sealed. The database shows everybody their own.
@Repository
class Spaces {
    private static final int KEPT_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    Spaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Space> find(UUID pairId, UUID member) {
        return jdbc.sql("""
                        select vault_space.id, epoch, given, share from vault_space \
                        join vault_epoch_key on vault_epoch_key.space_id = vault_space.id \
                        and vault_epoch_key.member_id = vault_space.member_id \
                        join keystore.share on share.space_id = vault_space.id \
                        where pair_id = :pair and vault_space.member_id = :member order by epoch desc limit 1""")
                .param("pair", pairId)
                .param("member", member)
                .query((row, _) -> new Space(
                        row.getObject("id", UUID.class),
                        row.getInt("epoch"),
                        Sealed.of(row.getBytes("given")),
                        Sealed.of(row.getBytes("share")),
                        items(row.getObject("id", UUID.class))))
                .optional();
    }

    private List<Item> items(UUID space) {
        return jdbc.sql("""
                        select id, epoch, sequence, previous, sealed from sealed_item where space_id = :space \
                        order by sequence limit :most""")
                .param("space", space)
                .param("most", KEPT_AT_A_TIME)
                .query(Spaces::item)
                .list();
    }

    void add(UUID space, UUID pairId, UUID member, Sealed given, byte[] share, Instant at) {
        jdbc.sql("""
                        insert into vault_space (id, pair_id, member_id, since) \
                        values (:id, :pair, :member, :at)""")
                .param("id", space)
                .param("pair", pairId)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                        insert into vault_epoch_key (space_id, epoch, member_id, giver_id, given) \
                        values (:space, 1, :member, :member, :given)""")
                .param("space", space)
                .param("member", member)
                .param("given", given.bytes())
                .update();
        jdbc.sql("insert into keystore.share (space_id, share, since) values (:space, :share, :at)")
                .param("space", space)
                .param("share", share)
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(UUID space, UUID author, Item item, Instant at) {
        jdbc.sql("""
                        insert into sealed_item (space_id, sequence, id, epoch, author_id, previous, sealed, at) \
                        values (:space, :sequence, :id, :epoch, :author, :previous, :sealed, :at)""")
                .param("space", space)
                .param("sequence", item.sequence())
                .param("id", item.id())
                .param("epoch", item.epoch())
                .param("author", author)
                .param("previous", item.previous().bytes())
                .param("sealed", item.sealed().bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The share first: without it, what may be left anywhere of the rest opens for nobody.
    void remove(UUID pairId, UUID member) {
        jdbc.sql("""
                        delete from keystore.share where space_id in (\
                        select id from vault_space where pair_id = :pair and member_id = :member)""").param("pair", pairId).param("member", member).update();
        jdbc.sql("delete from vault_space where pair_id = :pair and member_id = :member")
                .param("pair", pairId)
                .param("member", member)
                .update();
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getInt("epoch"),
                row.getLong("sequence"),
                Sealed.of(row.getBytes("previous")),
                Sealed.of(row.getBytes("sealed")));
    }
}

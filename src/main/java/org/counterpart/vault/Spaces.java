// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where people prepare. The database shows everybody their own.
@Repository
class Spaces {
    private static final int KEPT_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final Shares shares;

    Spaces(JdbcClient jdbc, Shares shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    Optional<Space> find(UUID pairId, UUID member) {
        return jdbc.sql("""
                        select id, share from vault_space join keystore.share on space_id = id \
                        where pair_id = :pair and member_id = :member""")
                .param("pair", pairId)
                .param("member", member)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Space(id, Sealed.of(row.getBytes("share")), epochs(id));
                })
                .optional();
    }

    private List<Epoch> epochs(UUID space) {
        return jdbc.sql("""
                        select epoch, giver_id, heads, given, since from vault_epoch_key where space_id = :space \
                        order by epoch""").param("space", space).query(Rows::epoch).list();
    }

    List<KeptItem> items(UUID space) {
        return jdbc.sql("""
                        select id, epoch, sequence, author_id, previous, sealed, at from sealed_item \
                        where space_id = :space order by sequence limit :most""")
                .param("space", space)
                .param("most", KEPT_AT_A_TIME)
                .query(Rows::item)
                .list();
    }

    void add(UUID space, UUID pairId, UUID member, Instant at) {
        jdbc.sql("""
                        insert into vault_space (id, pair_id, member_id, since) \
                        values (:id, :pair, :member, :at)""")
                .param("id", space)
                .param("pair", pairId)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .update();
        shares.make(space, at);
    }

    void add(UUID space, Grant grant, Instant at) {
        jdbc.sql("""
                        insert into vault_epoch_key (space_id, epoch, member_id, giver_id, heads, given, since) \
                        values (:space, :epoch, :member, :member, :heads, :given, :at)""")
                .param("space", space)
                .param("epoch", grant.epoch())
                .param("member", grant.member())
                .param("heads", grant.heads().bytes())
                .param("given", grant.given().bytes())
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

    /// The share first, also where a restored backup brought the rest back without it.
    void remove(UUID pairId, UUID member) {
        jdbc.sql("select id from vault_space where pair_id = :pair and member_id = :member")
                .param("pair", pairId)
                .param("member", member)
                .query(UUID.class)
                .list()
                .forEach(shares::destroy);
        jdbc.sql("delete from vault_space where pair_id = :pair and member_id = :member")
                .param("pair", pairId)
                .param("member", member)
                .update();
    }
}

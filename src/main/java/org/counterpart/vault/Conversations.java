// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where pairs write to each other. The database shows each of two their own.
@Repository
class Conversations {
    /// What a browser gets at once; it asks again for what comes after.
    static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final Shares shares;

    Conversations(JdbcClient jdbc, Shares shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    Optional<UUID> id(UUID pairId) {
        return jdbc.sql("select id from conversation join keystore.share on space_id = id where pair_id = :pair")
                .param("pair", pairId)
                .query(UUID.class)
                .optional();
    }

    /// @param member to whom the keys were given
    Optional<Space> find(UUID pairId, UUID member) {
        return jdbc.sql("""
                        select id, share from conversation join keystore.share on space_id = id \
                        where pair_id = :pair""")
                .param("pair", pairId)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Space(id, Sealed.of(row.getBytes("share")), epochs(id, member));
                })
                .optional();
    }

    private List<Epoch> epochs(UUID conversation, UUID member) {
        return jdbc.sql("""
                        select epoch, giver_id, heads, given, since from conversation_key \
                        where conversation_id = :conversation and member_id = :member order by epoch""")
                .param("conversation", conversation)
                .param("member", member)
                .query(Rows::epoch)
                .list();
    }

    /// The number of the newest epoch, whoever was given its key; 0 for none.
    int epoch(UUID conversation) {
        return jdbc.sql("select coalesce(max(epoch), 0) from conversation_key where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(Integer.class)
                .single();
    }

    /// The sequence of the last item; 0 for none.
    long last(UUID conversation) {
        return jdbc.sql(
                        "select coalesce(max(sequence), 0) from conversation_item where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(Long.class)
                .single();
    }

    List<KeptItem> items(UUID conversation, long after) {
        return jdbc.sql("""
                        select id, epoch, sequence, author_id, previous, sealed, at from conversation_item \
                        where conversation_id = :conversation and sequence > :after order by sequence limit :most""")
                .param("conversation", conversation)
                .param("after", after)
                .param("most", AT_A_TIME)
                .query(Rows::item)
                .list();
    }

    void add(UUID conversation, UUID pairId, Instant at) {
        jdbc.sql("insert into conversation (id, pair_id, since) values (:id, :pair, :at)")
                .param("id", conversation)
                .param("pair", pairId)
                .param("at", Timestamp.from(at))
                .update();
        shares.make(conversation, at);
    }

    boolean isGiven(UUID conversation, Grant grant) {
        return jdbc.sql("""
                        select exists (select from conversation_key where conversation_id = :conversation \
                        and epoch = :epoch and member_id = :member)""")
                .param("conversation", conversation)
                .param("epoch", grant.epoch())
                .param("member", grant.member())
                .query(Boolean.class)
                .single();
    }

    void add(UUID conversation, UUID giver, Grant grant, Instant at) {
        jdbc.sql("""
                        insert into conversation_key (conversation_id, epoch, member_id, giver_id, heads, given, since) \
                        values (:conversation, :epoch, :member, :giver, :heads, :given, :at)""")
                .param("conversation", conversation)
                .param("epoch", grant.epoch())
                .param("member", grant.member())
                .param("giver", giver)
                .param("heads", grant.heads().bytes())
                .param("given", grant.given().bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(UUID conversation, UUID author, Item item, Instant at) {
        jdbc.sql("""
                        insert into conversation_item (conversation_id, sequence, id, epoch, author_id, previous, sealed, \
                        at) values (:conversation, :sequence, :id, :epoch, :author, :previous, :sealed, :at)""")
                .param("conversation", conversation)
                .param("sequence", item.sequence())
                .param("id", item.id())
                .param("epoch", item.epoch())
                .param("author", author)
                .param("previous", item.previous().bytes())
                .param("sealed", item.sealed().bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    int chunks(UUID conversation) {
        return jdbc.sql("select count(*) from conversation_chunk where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(Integer.class)
                .single();
    }

    Optional<Sealed> chunk(UUID conversation, UUID file, int number) {
        return jdbc.sql("""
                        select sealed from conversation_chunk \
                        where conversation_id = :conversation and file_id = :file and number = :number""")
                .param("conversation", conversation)
                .param("file", file)
                .param("number", number)
                .query((row, _) -> Sealed.of(row.getBytes("sealed")))
                .optional();
    }

    void add(UUID conversation, UUID author, UUID file, int number, Sealed sealed) {
        jdbc.sql("""
                        insert into conversation_chunk (conversation_id, file_id, number, author_id, sealed) \
                        values (:conversation, :file, :number, :author, :sealed)""")
                .param("conversation", conversation)
                .param("file", file)
                .param("number", number)
                .param("author", author)
                .param("sealed", sealed.bytes())
                .update();
    }
}

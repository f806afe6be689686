// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Retaining;
import org.counterpart.vault.client.Grant;
import org.counterpart.vault.client.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the server keeps of what a pair writes to each other, for whom, and what it refuses. The second client is the
/// one
/// that seals.
@CounterpartTest
class ConversationTest {
    private static final List<String> TABLES =
            List.of("conversation", "conversation_key", "conversation_item", "conversation_chunk");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Erasing erasing;

    @Autowired
    private Retaining retaining;

    @Autowired
    private SettableClock clock;

    private final byte[] epochKey = Browserless.random(32);
    private final UUID space = UUID.randomUUID();
    private Couple couple;
    private String here;
    private Browserless amira;
    private Browserless dana;
    private Browserless bo;

    @BeforeEach
    void both_have_keys() {
        couple = Couple.in(application);
        here = "/pairs/" + couple.id() + "/conversation";
        amira = new Browserless(doors.reader(port, "amira@x.example"), couple.id());
        dana = new Browserless(doors.reader(port, "dana@x.example"), couple.id());
        bo = new Browserless(doors.reader(port, "bo@x.example"), couple.others());
        for (var each : List.of(amira, dana, bo)) {
            assertThat(each.enrols()).isEqualTo(204);
        }
    }

    @Test
    void clients_of_another_team_write_to_each_other_by_the_specification() {
        assertThat(begins(dana)).isEqualTo(204);
        assertThat(writes(dana, 1, "Thursday?")).isEqualTo(204);
        assertThat(writes(amira, 2, "At ten.")).isEqualTo(204);
        assertThat(sends(amira, new byte[4112])).isEqualTo(204);

        assertThat(amira.reader.open(here + "/items?after=1").text())
                .contains("\"sequence\":2")
                .doesNotContain("\"sequence\":1,");
    }

    @Test
    void only_the_two_see_what_is_kept_in_any_of_its_tables() {
        talk();

        for (var table : TABLES) {
            for (var one : List.of("amira", "dana")) {
                assertThat(seen(Acting.person(null, one), table))
                        .describedAs(table)
                        .isPositive();
            }
            for (var other : List.of("bo", "ezra")) {
                assertThat(seen(Acting.person(null, other), table))
                        .describedAs(table)
                        .isZero();
                assertThat(seen(Acting.owner(null, other), table))
                        .describedAs(table)
                        .isZero();
            }
            assertThat(seen(Acting.owner(null, null), table)).describedAs(table).isZero();
        }
        assertThat(seen(Acting.person(null, "bo"), "keystore.share")).isZero();
        assertThat(seen(Acting.person(null, "bo"), "key_log_entry where member_id = '%s'".formatted(dana.member)))
                .isZero();
        assertThat(seen(Acting.person(null, "amira"), "vault_holder where member_id = '%s'".formatted(dana.member)))
                .isZero();
    }

    @Test
    void nobody_writes_as_the_other_or_changes_or_deletes_what_is_there() {
        talk();
        for (var deed : List.of(
                "insert into conversation_item select conversation_id, 3, gen_random_uuid(), epoch, '%s', previous, sealed, at from conversation_item where sequence = 1"
                        .formatted(amira.member),
                "insert into conversation_key select conversation_id, 2, member_id, '%s', heads, given, since from conversation_key"
                        .formatted(amira.member))) {
            assertThatThrownBy(() -> as("dana", deed)).describedAs(deed).isInstanceOf(DataAccessException.class);
        }

        assertThat(as("dana", "update conversation_item set epoch = 2")).isZero();
        assertThat(as("dana", "delete from conversation_item")).isZero();
        assertThat(as("dana", "delete from conversation_key where member_id <> '%s'".formatted(dana.member)))
                .isZero();
        assertThatThrownBy(
                        () -> jdbc.sql("update conversation_item set epoch = 2").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void a_conversation_begins_once_with_a_key_for_each_of_the_two_and_for_nobody_else() {
        assertThat(grants(dana, "/space", 1, List.of(dana.member))).isEqualTo(409);
        assertThat(grants(dana, "/space", 1, List.of(dana.member, bo.member))).isEqualTo(409);
        assertThat(grants(dana, "/space", 2, List.of(dana.member, amira.member)))
                .isEqualTo(409);
        assertThat(grants(bo, "/space", 1, List.of(dana.member, amira.member))).isEqualTo(404);
        assertThat(begins(dana)).isEqualTo(204);
        assertThat(begins(amira)).describedAs("a second one").isEqualTo(409);
        assertThat(grants(amira, "/epochs", 3, List.of(dana.member, amira.member)))
                .isEqualTo(409);
        assertThat(grants(amira, "/epochs", 2, List.of(dana.member, amira.member)))
                .isEqualTo(204);
        assertThat(count("conversation_key")).isEqualTo(4);
    }

    @Test
    void what_is_written_follows_without_a_gap_in_the_epoch_that_is_now_and_in_whole_steps() {
        talk();

        assertThat(writes(dana, 2, "again")).isEqualTo(409);
        assertThat(writes(dana, 4, "too far")).isEqualTo(409);
        assertThat(writes(bo, 3, "from outside")).isEqualTo(404);
        assertThat(sends(dana, new byte[4111])).isEqualTo(409);
        assertThat(sends(dana, new byte[65_552 + 4_096])).isEqualTo(409);
        assertThat(sends(bo, new byte[4112])).isEqualTo(404);
        assertThat(grants(amira, "/epochs", 2, List.of(dana.member, amira.member)))
                .isEqualTo(204);
        assertThat(writes(dana, 3, "with the key of before")).isEqualTo(409);
        assertThat(count("conversation_item")).isEqualTo(2);
    }

    @Test
    void a_new_key_opens_nothing_of_before_until_the_other_gives_it_and_that_is_after_a_day() {
        talk();
        assertThat(dana.beginsAnew()).isEqualTo(204);

        assertThat(count("conversation_key where member_id = '%s'".formatted(dana.member)))
                .isZero();
        assertThat(shares(amira)).describedAs("at once").isEqualTo(409);
        assertThat(shares(bo)).isEqualTo(404);
        clock.pass(Duration.ofHours(25));
        amira = new Browserless(doors.reader(port, "amira@x.example"), couple.id(), amira.member, amira.space);
        assertThat(shares(amira)).isEqualTo(204);
        assertThat(count("conversation_key where member_id = '%s'".formatted(dana.member)))
                .isOne();
        assertThat(jdbc.sql("select subject from mail where recipient = 'dana@x.example'")
                        .query(String.class)
                        .list())
                .contains("You have a new key");
    }

    @Test
    void it_goes_twelve_months_after_the_pair_ends_and_with_it_the_half_of_its_keys() {
        talk();
        jdbc.sql("update pair set closed_at = :now")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        assertThat(writes(dana, 3, "after the end")).isEqualTo(409);
        clock.pass(Duration.ofDays(364));
        retaining.endTerms();
        assertThat(count("conversation_item")).isEqualTo(2);

        clock.pass(Duration.ofDays(3));
        retaining.endTerms();

        isGone();
    }

    @Test
    void it_goes_for_both_when_one_of_them_is_erased() {
        talk();

        assertThat(erasing.erase("dana")).isInstanceOf(Erasing.Erased.class);

        isGone();
    }

    private void isGone() {
        for (var table : TABLES) {
            assertThat(count(table)).describedAs(table).isZero();
        }
        assertThat(count("keystore.share where space_id = '%s'".formatted(space)))
                .isZero();
    }

    private void talk() {
        assertThat(begins(dana)).isEqualTo(204);
        assertThat(writes(dana, 1, "Thursday?")).isEqualTo(204);
        assertThat(writes(amira, 2, "At ten.")).isEqualTo(204);
        assertThat(sends(amira, new byte[4112])).isEqualTo(204);
    }

    private int begins(Browserless who) {
        return grants(who, "/space", 1, List.of(amira.member, dana.member));
    }

    private int grants(Browserless who, String path, int epoch, List<UUID> members) {
        var heads = Grant.heads(Map.of(amira.member, amira.lastEntry, dana.member, dana.lastEntry));
        var fields = new ArrayList<>(
                List.of("space", space.toString(), "epoch", String.valueOf(epoch), "heads", Browserless.text(heads)));
        for (var member : members) {
            var to = member.equals(amira.member) ? amira : member.equals(dana.member) ? dana : bo;
            var given = new Grant(1, space, epoch, member, who.member, heads)
                    .give(epochKey, to.key.agreement().open(), who.key.signer());
            fields.addAll(List.of("member", member.toString(), "given", Browserless.text(given)));
        }
        return who.reader.press(here + path, fields.toArray(String[]::new)).status();
    }

    private int shares(Browserless who) {
        var heads = Browserless.text(new byte[32]);
        return who.reader
                .press(
                        here + "/history",
                        "member",
                        dana.member.toString(),
                        "heads",
                        heads,
                        "epoch",
                        "1",
                        "given",
                        Browserless.text(new byte[144]))
                .status();
    }

    private int writes(Browserless who, long sequence, String words) {
        var id = UUID.randomUUID();
        var place = new Place(1, space, 1, sequence, id, who.member, new byte[32]);
        return who.reader
                .press(
                        here + "/items",
                        "id",
                        id.toString(),
                        "epoch",
                        "1",
                        "sequence",
                        String.valueOf(sequence),
                        "previous",
                        Browserless.text(new byte[32]),
                        "sealed",
                        Browserless.text(place.seal(
                                epochKey, new byte[32], Browserless.random(12), Browserless.random(32), words)))
                .status();
    }

    private int sends(Browserless who, byte[] piece) {
        return who.reader
                .press(here + "/files/" + UUID.randomUUID() + "/0", "sealed", Browserless.text(piece))
                .status();
    }

    private int as(String person, String deed) {
        return Acting.person(null, person)
                .<Integer, RuntimeException>call(() -> jdbc.sql(deed).update());
    }

    private int seen(Acting who, String table) {
        return who.<Integer, RuntimeException>call(() -> count(table));
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}

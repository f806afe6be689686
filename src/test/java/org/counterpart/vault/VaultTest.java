// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Retaining;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the server keeps of what is sealed, for whom, and what it refuses. The second client is the one that seals.
@CounterpartTest
class VaultTest {
    private static final List<String> TABLES = List.of(
            "vault_member",
            "vault_holder",
            "key_log_entry",
            "vault_space",
            "vault_epoch_key",
            "sealed_item",
            "keystore.share");

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

    private Couple couple;
    private Browserless dana;

    @BeforeEach
    void dana_comes_without_our_scripts() {
        couple = Couple.in(application);
        dana = new Browserless(doors.reader(port, "dana@x.example"), couple.id());
    }

    @Test
    void a_client_of_another_team_enrols_and_seals_by_the_specification() {
        danaWrites();

        assertThat(dana.writes(2, share(), "more")).isEqualTo(204);
        assertThat(jdbc.sql("select octet_length(sealed) from sealed_item")
                        .query(Integer.class)
                        .list())
                .containsExactly(349, 349);
    }

    @Test
    void only_their_author_sees_what_is_kept_and_the_other_of_their_pair_which_key_to_seal_for() {
        var toSealFor = List.of("vault_member", "key_log_entry");
        danaWrites();

        for (var table : TABLES) {
            assertThat(seen(Acting.person(null, "dana"), table))
                    .describedAs(table)
                    .isPositive();
            assertThat(seen(Acting.owner(null, null), table)).describedAs(table).isZero();
            for (var other : toSealFor.contains(table) ? List.of("bo", "ezra") : List.of("amira", "bo", "ezra")) {
                assertThat(seen(Acting.person(null, other), table))
                        .describedAs(table)
                        .isZero();
                assertThat(seen(Acting.owner(null, other), table))
                        .describedAs(table)
                        .isZero();
            }
        }
    }

    @Test
    void a_key_log_only_grows_and_leaves_no_gap() {
        danaWrites();
        var before = count("key_log_entry");

        assertThat(dana.keeps(false, List.of(), UUID.randomUUID())).isEqualTo(204);
        assertThat(count("key_log_entry")).isEqualTo(before + 1);
        dana.entry(2, UUID.randomUUID(), new byte[32]);
        assertThat(dana.keeps(false, List.of(), UUID.randomUUID()))
                .describedAs("one was left out")
                .isEqualTo(409);
        for (var deed : List.of(
                "update key_log_entry set at = now()",
                "insert into key_log_entry select member_id, 9, entry, at from key_log_entry limit 1",
                "insert into key_log_entry select member_id, 1, entry, at from key_log_entry limit 1")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).describedAs(deed).isInstanceOf(DataAccessException.class);
        }
        assertThat(Acting.person(null, "dana")
                        .<Integer, RuntimeException>call(
                                () -> jdbc.sql("delete from key_log_entry").update()))
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'KEY_LOGGED' and about[1] like 'key:%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before + 1);
    }

    @Test
    void nobody_takes_the_place_of_somebody_who_has_a_key() {
        danaWrites();
        var another = new Browserless(doors.reader(port, "dana@x.example"), couple.id());
        var thief = new Browserless(doors.reader(port, "bo@x.example"), couple.others(), dana.member, dana.space);

        assertThat(another.enrols()).describedAs("under another id").isEqualTo(409);
        assertThat(thief.enrols()).describedAs("under the id of somebody else").isEqualTo(409);
        var bo = new Browserless(doors.reader(port, "bo@x.example"), couple.others(), UUID.randomUUID(), dana.space);
        assertThat(bo.enrols()).isEqualTo(204);
        assertThat(bo.begins()).describedAs("in the space of somebody else").isEqualTo(409);
        assertThat(count("sealed_item where author_id = '%s'".formatted(dana.member)))
                .isOne();
    }

    @Test
    void what_is_sealed_follows_without_a_gap_in_whole_steps_and_is_never_changed() {
        danaWrites();

        assertThat(dana.writes(1, share(), "again")).isEqualTo(409);
        assertThat(dana.writes(3, share(), "too far")).isEqualTo(409);
        assertThat(dana.sends(2, UUID.randomUUID(), new byte[348])).isEqualTo(409);
        assertThat(dana.sends(2, UUID.randomUUID(), new byte[93])).isEqualTo(409);
        assertThat(dana.sends(2, UUID.randomUUID(), new byte[93 + 65_792 + 256]))
                .isEqualTo(409);
        assertThat(count("sealed_item")).isOne();
        assertThatThrownBy(() -> jdbc.sql("update sealed_item set at = now()").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void a_pair_of_others_is_not_there() {
        var stranger = new Browserless(doors.reader(port, "dana@x.example"), couple.others());

        assertThat(dana.enrols()).isEqualTo(204);
        assertThat(stranger.begins()).isEqualTo(404);
        assertThat(stranger.sends(1, UUID.randomUUID(), new byte[349])).isEqualTo(404);
    }

    @Test
    void what_is_kept_goes_thirty_days_after_the_pair_ends_and_with_it_the_half_of_its_keys() {
        danaWrites();
        jdbc.sql("update pair set closed_at = :now")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        clock.pass(Duration.ofDays(29));
        retaining.endTerms();
        assertThat(count("sealed_item")).isOne();

        clock.pass(Duration.ofDays(2));
        retaining.endTerms();

        for (var table : List.of(
                "vault_space",
                "vault_epoch_key",
                "sealed_item",
                "keystore.share where space_id = '%s'".formatted(dana.space))) {
            assertThat(count(table)).describedAs(table).isZero();
        }
    }

    /// As it is after the main backup of a time before was restored, in which the key store is not.
    @Test
    void without_the_half_that_the_server_destroyed_nothing_opens_and_what_is_left_can_be_deleted() {
        danaWrites();
        jdbc.sql("delete from keystore.share").update();
        var reader = doors.reader(port, "dana@x.example");
        var here = "/pairs/" + couple.id() + "/preparation";

        assertThat(reader.open(here).text()).contains("&#34;space&#34;:null").doesNotContain("sealed&#34;:");
        assertThat(dana.writes(2, new byte[32], "more")).isEqualTo(409);
        assertThat(dana.begins()).isEqualTo(409);
        assertThat(reader.press(here + "/removal").status()).isEqualTo(200);
        assertThat(count("sealed_item")).isZero();
        assertThat(dana.begins()).isEqualTo(204);
    }

    @Test
    void an_erasure_takes_all_of_it() {
        danaWrites();

        assertThat(erasing.erase("dana")).isInstanceOf(Erasing.Erased.class);

        for (var table : TABLES) {
            var rows = table.equals("keystore.share") ? table + " where space_id = '%s'".formatted(dana.space) : table;
            assertThat(count(rows)).describedAs(table).isZero();
        }
    }

    private void danaWrites() {
        assertThat(dana.enrols()).isEqualTo(204);
        assertThat(dana.begins()).isEqualTo(204);
        assertThat(dana.writes(1, share(), "words")).isEqualTo(204);
    }

    private byte[] share() {
        return jdbc.sql("select share from keystore.share where space_id = :space")
                .param("space", dana.space)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    private int seen(Acting who, String table) {
        return who.<Integer, RuntimeException>call(() -> count(table));
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}

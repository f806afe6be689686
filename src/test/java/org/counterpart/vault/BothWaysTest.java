// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpart.vault.Hex.un;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.counterpart.vault.client.Entry;
import org.counterpart.vault.client.Grant;
import org.counterpart.vault.client.Hpke;
import org.counterpart.vault.client.Place;
import org.counterpart.vault.client.RecoveryCode;
import org.counterpart.vault.client.Refused;
import org.counterpart.vault.client.SixWords;
import org.counterpart.vault.client.UserKey;
import org.counterpart.vault.client.Written;
import org.counterpart.vault.client.X25519;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the browser seals the second client opens, and the other way round; what was altered, moved or repeated
/// neither.
class BothWaysTest {
    private static final UUID PERSON = UUID.fromString("6a3c7d0e-5c1f-4f0a-9b57-0a4f7f6f2c11");
    private static final UUID OTHER = UUID.fromString("f1b0a9c2-0d1e-4c3b-8a79-6f5e4d3c2b1a");
    private static final UUID SPACE = UUID.fromString("01934a5b-6c7d-7e8f-8a9b-acbdcedfe0f1");
    private static final UUID ITEM = UUID.fromString("d2719c3e-4b5a-4687-9788-a9bacbdcedfe");
    private static final UUID DEVICE = UUID.fromString("8c9daebf-c0d1-42e3-94f5-061728394a5b");
    private static Browser browser;

    private final UserKey key = UserKey.of(random(64));
    private final UserKey others = UserKey.of(random(64));
    private final X25519.Pair device = X25519.Pair.fresh();
    private final byte[] epochKey = random(32);
    private final byte[] share = random(32);
    private final byte[] previous = random(32);
    private final Map<String, Object> a = new HashMap<>();

    BothWaysTest() {
        a.put("person", id(PERSON));
        a.put("other", id(OTHER));
        a.put("space", id(SPACE));
        a.put("item", id(ITEM));
        a.put("device", id(DEVICE));
        a.put("secret", Hex.of(key.secret()));
        a.put("othersOpen", Hex.of(others.open()));
        a.put("deviceSecret", Hex.of(device.secret()));
        a.put("epochKey", Hex.of(epochKey));
        a.put("share", Hex.of(share));
        a.put("previous", Hex.of(previous));
    }

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_user_key_goes_to_its_holder_both_ways_and_to_nobody_else() {
        var wrapped = browser.bytes("""
                return hex(await v.userkey.wrap(un(a.secret), un(a.person), un(a.device),
                  (await v.x25519.pair(un(a.deviceSecret))).open));
                """, a);
        a.put("wrapped", Hex.of(key.wrap(PERSON, DEVICE, device.open())));
        var unwrap = """
                const open = { agreement: (await v.userkey.from(un(a.secret))).open.agreement,
                  signature: (await v.userkey.from(un(a.secret))).open.signature };
                return hex(await v.userkey.unwrap(await v.x25519.pair(un(a.deviceSecret)), %s, un(a.device), %s, un(a.wrapped)));
                """;

        assertThat(UserKey.unwrap(device, PERSON, DEVICE, key.open(), wrapped).secret())
                .isEqualTo(key.secret());
        assertThat(browser.run(unwrap.formatted("un(a.person)", "open"), a)).isEqualTo(Hex.of(key.secret()));
        assertThatThrownBy(() -> UserKey.unwrap(device, OTHER, DEVICE, key.open(), wrapped))
                .isInstanceOf(Refused.class);
        assertThat(browser.refusal(unwrap.formatted("un(a.other)", "open"), a)).isEqualTo("Refused: altered");
        assertThat(browser.refusal(
                        unwrap.formatted(
                                "un(a.person)",
                                "{ agreement: un(a.othersOpen).slice(0, 32), signature: un(a.othersOpen).slice(32) }"),
                        a))
                .isEqualTo("Refused: altered");
    }

    /// The server can seal anything to a device, also a key of its own with what the log says beside it.
    @Test
    void a_user_key_that_is_not_the_one_in_the_log_is_refused() {
        var beside = Written.plain().id(PERSON).id(DEVICE).raw(key.open()).bytes();
        var forged =
                Hpke.seal(device.open(), Written.as("user-key").bytes(), beside, others.secret(), X25519.Pair.fresh());
        a.put("forged", Hex.of(forged));

        assertThatThrownBy(() -> UserKey.unwrap(device, PERSON, DEVICE, key.open(), forged))
                .hasMessage("another user key");
        assertThat(browser.refusal("""
                        await v.userkey.unwrap(await v.x25519.pair(un(a.deviceSecret)), un(a.person), un(a.device),
                          (await v.userkey.from(un(a.secret))).open, un(a.forged));
                        """, a)).isEqualTo("Refused: another user key");
    }

    @Test
    void the_key_of_a_space_is_given_both_ways_and_only_as_signed() {
        var grant = new Grant(1, SPACE, 3, OTHER, PERSON, previous);
        var given = browser.bytes("""
                const key = await v.userkey.from(un(a.secret));
                const grant = { kind: v.epoch.PAIR, space: un(a.space), epoch: 3, member: un(a.other), giver: un(a.person),
                  heads: un(a.previous) };
                return hex(await v.epoch.give(un(a.epochKey), grant, un(a.othersOpen).slice(0, 32), key.signer));
                """, a);
        var back = new Grant(1, SPACE, 3, PERSON, OTHER, previous);
        a.put("given", Hex.of(back.give(epochKey, key.agreement().open(), others.signer())));
        var take = """
                const key = await v.userkey.from(un(a.secret));
                const grant = { kind: %s, space: %s, epoch: %d, member: un(a.person), giver: un(a.other), heads: un(a.%s) };
                return hex(await v.epoch.take(un(a.given), grant, key.agreement, %s));
                """;
        var by = "un(a.othersOpen).slice(32)";

        assertThat(grant.take(given, others.agreement(), key.signer().open())).isEqualTo(epochKey);
        assertThat(browser.run(take.formatted("1", "un(a.space)", 3, "previous", by), a))
                .isEqualTo(Hex.of(epochKey));
        for (var moved : List.of(
                take.formatted("0", "un(a.space)", 3, "previous", by),
                take.formatted("1", "un(a.item)", 3, "previous", by),
                take.formatted("1", "un(a.space)", 4, "previous", by),
                take.formatted("1", "un(a.space)", 3, "share", by),
                take.formatted("1", "un(a.space)", 3, "previous", "key.open.signature"))) {
            assertThat(browser.refusal(moved, a)).isEqualTo("Refused: signature");
        }
        var moved = new Grant(1, SPACE, 4, OTHER, PERSON, previous);
        assertThatThrownBy(
                        () -> moved.take(given, others.agreement(), key.signer().open()))
                .hasMessage("signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Žilinskaitė fears the board. 🙂", "\u0000\uFEFFodd"})
    void words_are_sealed_both_ways(String words) {
        var place = new Place(0, SPACE, 1, 7, ITEM, PERSON, previous);
        a.put("words", words);
        var sealed =
                browser.bytes("return hex(await v.item.seal(un(a.epochKey), un(a.share), " + PLACE + ", a.words))", a);
        var theirs = place.seal(epochKey, share, random(12), random(32), words);
        a.put("sealed", Hex.of(theirs));

        assertThat(sealed).hasSize(349);
        assertThat(place.open(epochKey, share, sealed).words()).isEqualTo(words);
        assertThat(browser.run("return v.item.open(un(a.epochKey), un(a.share), " + PLACE + ", un(a.sealed))", a))
                .isEqualTo(words);
        assertThat(browser.run("return hex(await v.item.hash(" + PLACE + ", un(a.sealed)))", a))
                .isEqualTo(Hex.of(place.hash(theirs)));
    }

    private static final String PLACE = """
            { kind: 0, space: un(a.space), epoch: 1, sequence: 7, id: un(a.item), author: un(a.person), \
            previous: un(a.previous) }""";

    @Test
    void what_was_sealed_opens_in_its_own_place_alone() {
        var place = new Place(0, SPACE, 1, 7, ITEM, PERSON, previous);
        a.put("sealed", Hex.of(place.seal(epochKey, share, random(12), random(32), "secret")));
        var open = "return v.item.open(un(a.epochKey), un(a.share), {..." + PLACE + ", %s}, un(a.sealed))";

        assertThat(browser.run(open.formatted("kind: 0"), a)).isEqualTo("secret");
        for (var moved : List.of(
                "kind: 1",
                "space: un(a.device)",
                "epoch: 2",
                "sequence: 8",
                "id: un(a.device)",
                "author: un(a.other)",
                "previous: un(a.share)")) {
            assertThat(browser.refusal(open.formatted(moved), a))
                    .describedAs(moved)
                    .isEqualTo("Refused: altered");
        }
        a.put("share", Hex.of(random(32)));
        assertThat(browser.refusal(open.formatted("kind: 0"), a)).isEqualTo("Refused: altered");
    }

    @Test
    void heads_of_key_logs_are_the_same_for_both_in_whatever_order() {
        a.put("hash", Hex.of(share));
        var heads = Hex.of(Grant.heads(Map.of(PERSON, previous, OTHER, share)));
        var script = "return hex(await v.epoch.heads([%s, %s]))";
        var one = "{ person: un(a.person), hash: un(a.previous) }";
        var other = "{ person: un(a.other), hash: un(a.hash) }";

        assertThat(browser.run(script.formatted(one, other), a)).isEqualTo(heads);
        assertThat(browser.run(script.formatted(other, one), a)).isEqualTo(heads);
    }

    /// Whoever has both keys can make a ciphertext that opens under either; the commitment fits one text only.
    @Test
    void what_is_sealed_to_another_commitment_is_refused() {
        var place = new Place(0, SPACE, 1, 7, ITEM, PERSON, previous);
        var sealed = place.seal(epochKey, share, random(12), random(32), "secret");
        var disclosed = place.open(epochKey, share, sealed);
        a.put("sealed", Hex.of(sealed));
        a.put("forged", Hex.of(place.sealTo(new byte[32], epochKey, share, random(12), random(32), "secret")));
        var disclose =
                "return hex((await v.item.disclose(un(a.epochKey), un(a.share), " + PLACE + ", un(a.%s))).opening)";

        assertThat(browser.run(disclose.formatted("sealed"), a)).isEqualTo(Hex.of(disclosed.opening()));
        assertThat(browser.refusal(disclose.formatted("forged"), a)).isEqualTo("Refused: commitment");
    }

    @Test
    void a_chain_of_items_shows_what_was_dropped_swapped_repeated_or_cut() {
        var chain = """
                const all = [];
                let previous = v.item.NONE;
                for (let sequence = 1; sequence <= 4; sequence++) {
                  const place = { kind: 1, space: un(a.space), epoch: 1, sequence, id: v.bytes.random(16),
                    author: un(a.person), previous };
                  const sealed = await v.item.seal(un(a.epochKey), un(a.share), place, `number ${sequence}`);
                  previous = await v.item.hash(place, sealed);
                  all.push({ place, sealed });
                }
                const last = { sequence: 4, hash: previous };
                """;
        assertThat(browser.run(chain + "return (await v.item.chain(all, last)).sequence", a))
                .isEqualTo("4");
        for (var forged : List.of(
                "all.splice(1, 1)",
                "all.splice(0, 1)",
                "all.reverse()",
                "all.push(all[3])",
                "all.splice(1, 0, all[1])",
                "[all[1], all[2]] = [all[2], all[1]]",
                "all[1].sealed[20] ^= 1")) {
            assertThat(browser.refusal(chain + forged + "; await v.item.chain(all, last)", a))
                    .describedAs(forged)
                    .isEqualTo("Refused: order");
        }
        assertThat(browser.refusal(chain + "await v.item.chain(all.slice(0, 3), last)", a))
                .isEqualTo("Refused: older than seen");
        assertThat(browser.refusal(chain + "all[3].sealed[20] ^= 1; await v.item.chain(all, last)", a))
                .isEqualTo("Refused: older than seen");
    }

    @Test
    void entries_of_the_key_log_are_written_both_ways() {
        var first = new Entry(1, PERSON, 1, Entry.NOBODY, Entry.NONE, key.open(), Entry.NONE);
        var second = new Entry(2, PERSON, 2, DEVICE, device.open(), key.open(), Entry.hash(first.write(key.signer())));
        a.put("first", Hex.of(first.write(key.signer())));
        a.put("second", Hex.of(second.write(key.signer())));
        a.put("deviceOpen", Hex.of(device.open()));

        assertThat(browser.run("""
                        const known = await v.keylog.check(un(a.person), [un(a.first), un(a.second)]);
                        return [known.number, hex(known.open.agreement) + hex(known.open.signature), [...known.holders.keys()],
                          hex(known.hash), known.replaced].join();
                        """, a))
                .isEqualTo(String.join(
                        ",",
                        "2",
                        Hex.of(key.open()),
                        id(DEVICE),
                        Hex.of(Entry.hash(second.write(key.signer()))),
                        "false"));
        second.check(browser.bytes("""
                const key = await v.userkey.from(un(a.secret));
                return hex(await v.keylog.write({ number: 2, person: un(a.person), act: v.keylog.DEVICE, holder: un(a.device),
                  holderKey: un(a.deviceOpen), open: key.open, previous: await v.keylog.hash(un(a.first)) }, key.signer));
                """, a));
    }

    @Test
    void a_key_log_that_was_changed_is_refused() {
        var first = new Entry(1, PERSON, 1, Entry.NOBODY, Entry.NONE, key.open(), Entry.NONE).write(key.signer());
        var second = new Entry(2, PERSON, 2, DEVICE, device.open(), key.open(), Entry.hash(first)).write(key.signer());
        var forged =
                new Entry(1, PERSON, 1, Entry.NOBODY, Entry.NONE, others.open(), Entry.NONE).write(others.signer());
        var replaced = new Entry(3, PERSON, 1, Entry.NOBODY, Entry.NONE, others.open(), Entry.hash(second))
                .write(others.signer());
        var slipped =
                new Entry(2, PERSON, 2, DEVICE, device.open(), others.open(), Entry.hash(first)).write(others.signer());
        a.put("first", Hex.of(first));
        a.put("second", Hex.of(second));
        a.put("forged", Hex.of(forged));
        a.put("replaced", Hex.of(replaced));
        a.put("slipped", Hex.of(slipped));
        var seen = "{ number: 2, hash: await v.keylog.hash(un(a.second)) }";

        assertThat(log("un(a.first), un(a.second)", seen)).isEqualTo("ACCEPTED");
        assertThat(log("un(a.first)", seen)).isEqualTo("Refused: older than seen");
        assertThat(log("", "undefined")).isEqualTo("Refused: no key");
        assertThat(log("un(a.second)", "undefined")).isEqualTo("Refused: order");
        assertThat(log("un(a.first), un(a.first)", "undefined")).isEqualTo("Refused: order");
        assertThat(log("un(a.first), un(a.slipped)", "undefined")).isEqualTo("Refused: entry");
        assertThat(log("un(a.forged)", "{ number: 1, hash: await v.keylog.hash(un(a.first)) }"))
                .isEqualTo("Refused: past was changed");
        assertThat(browser.run(
                        "return (await v.keylog.check(un(a.person), [un(a.first), un(a.second), un(a.replaced)], "
                                + seen + ")).replaced",
                        a))
                .isEqualTo("true");
        for (var at : new int[] {0, 25, 45, 60, 80, 110, 140, 170, first.length - 1}) {
            var altered = first.clone();
            altered[at] ^= 1;
            a.put("altered", Hex.of(altered));
            assertThat(log("un(a.altered)", "undefined")).startsWith("Refused: ");
        }
        a.put("altered", Hex.of(Arrays.copyOf(first, first.length - 1)));
        assertThat(log("un(a.altered)", "undefined")).isEqualTo("Refused: entry length");
        a.put("person", id(OTHER));
        assertThat(log("un(a.first)", "undefined")).isEqualTo("Refused: another person");
    }

    private String log(String entries, String seen) {
        return browser.refusal("await v.keylog.check(un(a.person), [" + entries + "], " + seen + ")", a);
    }

    @Test
    void a_recovery_code_is_written_and_read_both_ways() {
        for (var secret : List.of(new byte[16], un("ff".repeat(16)), random(16))) {
            a.put("code", Hex.of(secret));
            var code = RecoveryCode.write(secret);
            a.put(
                    "typed",
                    code.toLowerCase(Locale.ROOT)
                            .replace('-', ' ')
                            .replace('0', 'o')
                            .replace('1', 'l'));

            assertThat(browser.run("return v.recovery.write(un(a.code))", a)).isEqualTo(code);
            assertThat(browser.run("return hex(await v.recovery.read(a.typed))", a))
                    .isEqualTo(Hex.of(secret));
            assertThat(RecoveryCode.read(code)).isEqualTo(secret);
            assertThat(browser.run("return hex((await v.recovery.pair(un(a.code), un(a.person))).open)", a))
                    .isEqualTo(Hex.of(RecoveryCode.pair(secret, PERSON).open()));
        }
    }

    @Test
    void a_user_key_goes_to_a_recovery_code_both_ways() {
        var code = random(16);
        var pair = RecoveryCode.pair(code, PERSON);
        var proof = RecoveryCode.proof(code, PERSON, key.open());
        a.put("code", Hex.of(code));
        a.put("wrapped", Hex.of(key.wrap(PERSON, DEVICE, pair.open(), proof)));
        var wrapped = browser.bytes("""
                const pair = await v.recovery.pair(un(a.code), un(a.person));
                const { open } = await v.userkey.from(un(a.secret));
                const proof = await v.recovery.proof(un(a.code), un(a.person), open);
                return hex(await v.userkey.wrap(un(a.secret), un(a.person), un(a.device), pair.open, proof));
                """, a);

        assertThat(UserKey.unwrap(pair, PERSON, DEVICE, key.open(), wrapped, proof)
                        .secret())
                .isEqualTo(key.secret());
        assertThat(browser.run("return hex(" + BY_CODE.formatted("a.secret") + ")", a))
                .isEqualTo(Hex.of(key.secret()));
    }

    /// The server knows to which public key the code leads, and could make a log and seal a user key of its own to it.
    /// What
    /// it cannot tell is what proves the code.
    @Test
    void a_log_of_the_servers_own_making_does_not_pass_by_the_recovery_code() {
        var code = random(16);
        var to = RecoveryCode.pair(code, PERSON).open();
        a.put("code", Hex.of(code));
        a.put("othersSecret", Hex.of(others.secret()));
        for (var forged : List.of(
                others.wrap(PERSON, DEVICE, to),
                others.wrap(PERSON, DEVICE, to, new byte[32]),
                others.wrap(PERSON, DEVICE, to, RecoveryCode.proof(random(16), PERSON, others.open())),
                others.wrap(PERSON, DEVICE, to, RecoveryCode.proof(code, PERSON, key.open())))) {
            a.put("wrapped", Hex.of(forged));
            assertThat(browser.refusal(BY_CODE.formatted("a.othersSecret"), a)).isEqualTo("Refused: altered");
        }
    }

    private static final String BY_CODE = """
            await (async () => {
              const { open } = await v.userkey.from(un(%s));
              const pair = await v.recovery.pair(un(a.code), un(a.person));
              const proof = await v.recovery.proof(un(a.code), un(a.person), open);
              return v.userkey.unwrap(pair, un(a.person), un(a.device), open, un(a.wrapped), proof);
            })()""";

    @Test
    void a_recovery_code_with_a_letter_wrong_is_told_nearly_always() {
        a.put("code", Hex.of(random(16)));

        assertThat(Integer.parseInt(browser.run("""
                        const code = await v.recovery.write(un(a.code));
                        let read = 0;
                        for (let at = 0; at < code.length; at++) {
                          for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
                            if (code[at] === '-' || code[at] === letter) continue;
                            try {
                              await v.recovery.read(code.slice(0, at) + letter + code.slice(at + 1));
                              read++;
                            } catch {
                              // As it should be.
                            }
                          }
                        }
                        return read;
                        """, a))).isLessThan(5);
        for (var typed : List.of("", "0", "U".repeat(28), "0".repeat(29), "ÄÖÜ")) {
            a.put("typed", typed);
            assertThat(browser.refusal("await v.recovery.read(a.typed)", a)).isEqualTo("Refused: recovery code");
        }
    }

    @Test
    void six_words_are_the_same_for_both_and_others_for_another_key() {
        var indexes = SixWords.of(SPACE, PERSON, key.open(), OTHER, others.open());
        var words = """
                const open = bytes => ({ agreement: bytes.slice(0, 32), signature: bytes.slice(32) });
                const me = { person: un(a.person), open: (await v.userkey.from(un(a.secret))).open };
                const other = { person: un(a.other), open: open(un(a.othersOpen)) };
                """;
        var ours = browser.run(words + "return (await v.sixwords.sixWords(un(a.space), me, other)).join(' ')", a);
        var theirs = browser.run(words + "return (await v.sixwords.sixWords(un(a.space), other, me)).join(' ')", a);
        a.put("indexes", indexes);

        assertThat(ours).isEqualTo(theirs);
        assertThat(browser.run("return a.indexes.map(each => v.wordlist.WORDS[each]).join(' ')", a))
                .isEqualTo(ours);
        a.put("othersOpen", Hex.of(UserKey.of(random(64)).open()));
        assertThat(browser.run(words + "return (await v.sixwords.sixWords(un(a.space), me, other)).join(' ')", a))
                .isNotEqualTo(ours);
        assertThat(browser.run(
                        "return [v.wordlist.WORDS.length, new Set(v.wordlist.WORDS.map(w => w.slice(0, 4))).size].join()",
                        a))
                .isEqualTo("2048,2048");
    }

    private static String id(UUID id) {
        return Hex.of(Written.plain().id(id).bytes());
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

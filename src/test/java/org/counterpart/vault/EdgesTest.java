// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpart.vault.Hex.un;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.counterpart.evidence.Asvs;
import org.counterpart.vault.client.Aead;
import org.counterpart.vault.client.Ed25519;
import org.counterpart.vault.client.Hpke;
import org.counterpart.vault.client.Refused;
import org.counterpart.vault.client.X25519;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must be refused, of the kinds that Project Wycheproof collects: in the browser and in the second client.
class EdgesTest {
    private static final String SECRET = "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4";
    private static final String MOST = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /// The points of order 1, 2, 4 and 8 of the curve and of its twist; all lead to a secret of zeros.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ec" + MOST + "7f"
            })
    void no_secret_is_agreed_on_with_a_point_of_low_order(String open) {
        agreementRefused(open, "public key of low order");
    }

    /// 2^255 - 19 and above, and any with the highest bit, which RFC 7748 would take for others.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ed" + MOST + "7f",
                "ee" + MOST + "7f",
                "f0" + MOST + "7f",
                "ff" + MOST + "7f",
                "0900000000000000000000000000000000000000000000000000000000000080",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
                "cdeb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
                "4c9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
                "ff" + MOST + "ff"
            })
    void a_public_key_is_written_in_one_way(String open) {
        agreementRefused(open, "public key not canonical");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09",
                "09000000000000000000000000000000000000000000000000000000000000",
                "0900" + MOST + "0000"
            })
    void a_public_key_has_32_bytes(String open) {
        agreementRefused(open, "public key length");
    }

    private void agreementRefused(String open, String why) {
        assertThatThrownBy(() -> X25519.agree(un(SECRET), un(open))).isInstanceOf(Refused.class);
        assertThat(browser.refusal(
                        "await v.x25519.agree((await v.x25519.pair(un(a.secret))).secret, un(a.open))",
                        Map.of("secret", SECRET, "open", open)))
                .isEqualTo("Refused: " + why);
        var sealed = open + "00".repeat(48);
        assertThatThrownBy(() -> Hpke.open(X25519.Pair.of(un(SECRET)), new byte[0], new byte[0], un(sealed)))
                .isInstanceOf(Refused.class);
        assertThat(browser.refusal(
                        "await v.hpke.open(await v.x25519.pair(un(a.secret)), un(''), un(''), un(a.sealed))",
                        Map.of("secret", SECRET, "sealed", sealed)))
                .startsWith("Refused: ");
        assertThat(browser.refusal("await v.hpke.seal(un(a.open), un(''), un(''), un('00'))", Map.of("open", open)))
                .isEqualTo("Refused: " + why);
    }

    @Test
    @Asvs("11.3.3")
    void a_changed_bit_anywhere_is_refused() {
        var key = new byte[32];
        var nonce = new byte[12];
        var beside = "beside".getBytes(StandardCharsets.UTF_8);
        var sealed = Aead.seal(key, nonce, beside, new byte[20]);

        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Aead.open(key, nonce, beside, altered)).isInstanceOf(Refused.class);
        }
        assertThat(browser.run(
                        """
                        let refused = 0;
                        for (const [at, which] of [[0, 'sealed'], [1, 'nonce'], [2, 'beside'], [3, 'key']]) {
                          for (let bit = 0; bit < a[which].length * 4; bit++) {
                            const all = [un(a.sealed), un(a.nonce), un(a.beside), un(a.key)];
                            all[at][bit >> 3] ^= 1 << (bit & 7);
                            try {
                              await v.aead.open(all[3], all[1], all[2], all[0]);
                            } catch (why) {
                              if (why.message === 'altered') refused++;
                            }
                          }
                        }
                        return refused;
                        """,
                        Map.of(
                                "sealed",
                                Hex.of(sealed),
                                "nonce",
                                Hex.of(nonce),
                                "beside",
                                Hex.of(beside),
                                "key",
                                Hex.of(key))))
                .isEqualTo(String.valueOf((36 + 12 + 6 + 32) * 8));
    }

    @Test
    void no_tag_is_shorter_than_16_bytes() {
        var sealed = Aead.seal(new byte[32], new byte[12], new byte[0], new byte[0]);
        for (var size = 0; size < 16; size++) {
            var cut = Arrays.copyOf(sealed, size);

            assertThatThrownBy(() -> Aead.open(new byte[32], new byte[12], new byte[0], cut))
                    .isInstanceOf(Refused.class);
            assertThat(browser.refusal(
                            "await v.aead.open(new Uint8Array(32), new Uint8Array(12), un(''), un(a.cut))",
                            Map.of("cut", Hex.of(cut))))
                    .isEqualTo("Refused: sealed length");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 11, 13, 16})
    void a_nonce_has_12_bytes_and_nothing_else(int size) {
        assertThat(browser.refusal(
                        "await v.aead.open(new Uint8Array(32), new Uint8Array(a.size), un(''), new Uint8Array(16))",
                        Map.of("size", size)))
                .isEqualTo("Refused: nonce length");
        assertThat(browser.refusal(
                        "await v.aead.seal(new Uint8Array(32), new Uint8Array(a.size), un(''), new Uint8Array(16))",
                        Map.of("size", size)))
                .isEqualTo("Refused: nonce length");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33})
    void a_key_has_256_bits_and_nothing_else(int size) {
        assertThat(browser.refusal(
                        "await v.aead.seal(new Uint8Array(a.size), new Uint8Array(12), un(''), un('00'))",
                        Map.of("size", size)))
                .isEqualTo("Refused: key length");
    }

    /// Under these one signature fits every message: the points of order 1, 2, 4 and 8, and other ways to write them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ec" + MOST + "7f",
                "ec" + MOST + "ff",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "ed" + MOST + "7f",
                "ee" + MOST + "7f",
                "ee" + MOST + "ff"
            })
    void no_signature_counts_under_a_key_of_small_order(String open) {
        var signature = "01" + "00".repeat(63);
        assertThatThrownBy(() -> Ed25519.check(un(open), un(signature), new byte[0]))
                .isInstanceOf(Refused.class);
        assertThat(browser.refusal(
                        "await v.ed25519.check(un(a.open), un(a.signature), un(''))",
                        Map.of("open", open, "signature", signature)))
                .startsWith("Refused: signature key ");
    }

    @Test
    void a_signature_is_written_in_one_way() {
        var signer = Ed25519.Signer.of(un(SECRET));
        var message = new byte[] {7};
        var signature = signer.sign(message);
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        var second = signature.clone();
        var more = turned(Arrays.copyOfRange(signature, 32, 64)).add(order).toByteArray();
        for (var at = 0; at < 32; at++) {
            second[32 + at] = at < more.length ? more[more.length - 1 - at] : 0;
        }

        assertThatThrownBy(() -> Ed25519.check(signer.open(), second, message)).isInstanceOf(Refused.class);
        assertThat(signatureRefused(signer, second)).isEqualTo("Refused: signature");
        assertThat(signatureRefused(signer, Arrays.copyOf(signature, 63))).isEqualTo("Refused: signature length");
        assertThat(signatureRefused(signer, Arrays.copyOf(signature, 65))).isEqualTo("Refused: signature length");
        assertThat(signatureRefused(signer, new byte[0])).isEqualTo("Refused: signature length");
        assertThat(signatureRefused(signer, new byte[64])).isEqualTo("Refused: signature");
        assertThat(signatureRefused(signer, signature)).isEqualTo("ACCEPTED");
    }

    private String signatureRefused(Ed25519.Signer signer, byte[] signature) {
        return browser.refusal(
                "await v.ed25519.check(un(a.open), un(a.signature), un('07'))",
                Map.of("open", Hex.of(signer.open()), "signature", Hex.of(signature)));
    }

    private static BigInteger turned(byte[] bytes) {
        var turned = new byte[bytes.length];
        for (var at = 0; at < bytes.length; at++) {
            turned[at] = bytes[bytes.length - 1 - at];
        }
        return new BigInteger(1, turned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA=", "AB", "A+", "A/", "AAAA\n", "AAB"})
    void base_64_is_written_in_one_way(String written) {
        assertThat(browser.refusal("v.bytes.unbase64(a.written)", Map.of("written", written)))
                .isEqualTo("Refused: base64");
    }

    @Test
    void only_what_pads_is_unpadded() {
        var forged = new String[] {
            "return v.item.unpad(new Uint8Array(0))",
            "return v.item.unpad(new Uint8Array(255))",
            "return v.item.unpad(new Uint8Array(512))",
            "return v.item.unpad(v.bytes.join(v.bytes.number(253, 4), new Uint8Array(252)))",
            "return v.item.unpad(v.bytes.join(v.bytes.number(4294967295, 4), new Uint8Array(252)))",
            "const p = v.item.pad(un('0102')); p[255] = 1; return v.item.unpad(p)"
        };
        for (var each : forged) {
            assertThat(browser.refusal(each, Map.of())).describedAs(each).isEqualTo("Refused: padding");
        }
        assertThat(browser.run(
                        "return [0, 1, 252, 253, 65536].map(size => v.item.pad(new Uint8Array(size)).length).join()",
                        Map.of()))
                .isEqualTo("256,256,256,512,65792");
        assertThat(browser.refusal("v.item.pad(new Uint8Array(65537))", Map.of()))
                .isEqualTo("Refused: too long");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.vault.Hex.un;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.counterpart.vault.client.Ed25519;
import org.counterpart.vault.client.Hkdf;
import org.counterpart.vault.client.Hpke;
import org.counterpart.vault.client.X25519;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published vectors of the RFCs that docs/security/keys.md names, in the browser and in the second client.
class VectorsTest {
    private static final JsonObject HPKE = Hex.vectors("rfc9180.json");
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void key_pairs_come_of_their_material_as_rfc_9180_says() {
        for (var each : new JsonObject[] {HPKE, HPKE.getAsJsonObject("a_1_1")}) {
            for (var whose : new String[] {"E", "R"}) {
                var material = string(each, "ikm" + whose);
                var open = string(each, "pk" + whose + "m");

                var pair = Hpke.deriveKeyPair(un(material));

                assertThat(Hex.of(pair.secret())).isEqualTo(string(each, "sk" + whose + "m"));
                assertThat(Hex.of(pair.open())).isEqualTo(open);
                assertThat(browser.run(
                                "return hex((await v.hpke.deriveKeyPair(un(a.material))).open)",
                                Map.of("material", material)))
                        .isEqualTo(open);
                assertThat(browser.run(
                                "return hex((await v.x25519.pair(un(a.secret))).open)",
                                Map.of("secret", string(each, "sk" + whose + "m"))))
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void every_step_of_the_second_client_is_that_of_rfc_9180() {
        for (var each : new JsonObject[] {HPKE, HPKE.getAsJsonObject("a_1_1")}) {
            var agreed = X25519.agree(un(string(each, "skRm")), un(string(each, "pkEm")));
            assertThat(Hex.of(Hpke.shared(agreed, un(string(each, "pkEm")), un(string(each, "pkRm")))))
                    .isEqualTo(string(each, "shared_secret"));
        }
        var schedule = Hpke.Schedule.of(un(string(HPKE, "shared_secret")), un(string(HPKE, "info")));

        assertThat(Hex.of(schedule.context())).isEqualTo(string(HPKE, "key_schedule_context"));
        assertThat(Hex.of(schedule.secret())).isEqualTo(string(HPKE, "secret"));
        assertThat(Hex.of(schedule.key())).isEqualTo(string(HPKE, "key"));
        assertThat(Hex.of(schedule.nonce())).isEqualTo(string(HPKE, "base_nonce"));
        assertThat(Hex.of(schedule.exporter())).isEqualTo(string(HPKE, "exporter_secret"));
    }

    @Test
    void sealing_and_opening_are_those_of_rfc_9180() {
        var sealed = string(HPKE, "enc") + string(HPKE, "ct");
        var once = X25519.Pair.of(un(string(HPKE, "skEm")));
        var a = new HashMap<String, String>();
        HPKE.entrySet().stream()
                .filter(each -> each.getValue().isJsonPrimitive())
                .forEach(each -> a.put(each.getKey(), each.getValue().getAsString()));
        a.put("sealed", sealed);

        assertThat(Hex.of(Hpke.seal(
                        un(string(HPKE, "pkRm")),
                        un(string(HPKE, "info")),
                        un(string(HPKE, "aad")),
                        un(string(HPKE, "pt")),
                        once)))
                .isEqualTo(sealed);
        assertThat(Hex.of(Hpke.open(
                        X25519.Pair.of(un(string(HPKE, "skRm"))),
                        un(string(HPKE, "info")),
                        un(string(HPKE, "aad")),
                        un(sealed))))
                .isEqualTo(string(HPKE, "pt"));
        assertThat(browser.run("""
                        return hex(await v.hpke.seal(un(a.pkRm), un(a.info), un(a.aad), un(a.pt),
                          await v.x25519.pair(un(a.skEm))));
                        """, a)).isEqualTo(sealed);
        assertThat(browser.run("""
                        return hex(await v.hpke.open(await v.x25519.pair(un(a.skRm)), un(a.info), un(a.aad), un(a.sealed)));
                        """, a)).isEqualTo(string(HPKE, "pt"));
    }

    /// RFC 5869, appendix A.1 and A.3; A.2 is the next one.
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9, "
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, '', '', "
                + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    })
    void keys_are_derived_as_rfc_5869_says(String material, String salt, String info, String key) {
        assertThat(Hex.of(Hkdf.derive(un(material), un(salt), un(info), 42))).isEqualTo(key);
        assertThat(browser.run(
                        "return hex(await v.hkdf.derive(un(a.material), un(a.salt), un(a.info), 42))",
                        Map.of("material", material, "salt", salt, "info", info)))
                .isEqualTo(key);
    }

    @Test
    void long_keys_are_derived_as_rfc_5869_says() {
        var material = row(0x00, 80);
        var salt = row(0x60, 80);
        var info = row(0xb0, 80);
        var key = "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87";

        assertThat(Hex.of(Hkdf.derive(un(material), un(salt), un(info), 82))).isEqualTo(key);
        assertThat(browser.run(
                        "return hex(await v.hkdf.derive(un(a.material), un(a.salt), un(a.info), 82))",
                        Map.of("material", material, "salt", salt, "info", info)))
                .isEqualTo(key);
    }

    /// RFC 7748, sections 5.2 (the first) and 6.1.
    @ParameterizedTest
    @CsvSource({
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4, "
                + "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c, "
                + "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
        "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a, "
                + "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f, "
                + "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
        "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb, "
                + "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a, "
                + "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
    })
    void secrets_are_agreed_on_as_rfc_7748_says(String secret, String open, String shared) {
        assertThat(Hex.of(X25519.agree(un(secret), un(open)))).isEqualTo(shared);
        assertThat(browser.run(
                        "return hex(await v.x25519.agree((await v.x25519.pair(un(a.secret))).secret, un(a.open)))",
                        Map.of("secret", secret, "open", open)))
                .isEqualTo(shared);
    }

    /// RFC 8032, section 7.1, tests 1 to 3.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, "
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', "
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, "
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, "
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, "
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, "
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
    })
    void signatures_are_those_of_rfc_8032(String seed, String open, String message, String signature) {
        var signer = Ed25519.Signer.of(un(seed));

        assertThat(Hex.of(signer.open())).isEqualTo(open);
        assertThat(Hex.of(signer.sign(un(message)))).isEqualTo(signature);
        Ed25519.check(un(open), un(signature), un(message));
        assertThat(browser.run("""
                        const signer = await v.ed25519.signer(un(a.seed));
                        const signature = await v.ed25519.sign(signer, un(a.message));
                        await v.ed25519.check(signer.open, signature, un(a.message));
                        return hex(signer.open) + ' ' + hex(signature);
                        """, Map.of("seed", seed, "message", message))).isEqualTo(open + " " + signature);
    }

    private static String row(int from, int count) {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++) {
            bytes[at] = (byte) (from + at);
        }
        return Hex.of(bytes);
    }

    private static String string(JsonObject of, String name) {
        return of.get(name).getAsString();
    }
}

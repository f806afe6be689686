// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.util.ECUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser with a device that keeps one passkey, and answers as Web Authentication says; each part of the answer can
/// be made wrong.
public final class Authenticator {
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder UNBASE64 = Base64.getUrlDecoder();

    private KeyPair key = ECUtil.createKeyPair();
    private byte[] id = random();

    /// Of the page that asks, as the browser sees it.
    public String origin = "http://localhost";

    /// The address that the passkey is made for.
    public String site = "localhost";

    /// Whose passkey it is, as the device knows them.
    public byte[] user = new byte[0];

    public long counter;

    /// Whether the device makes sure who holds it.
    public boolean verifies = true;

    /// Answers with this in the place of what was asked.
    public String challenge = "";

    /// Whether it says whose passkey it signs with.
    public boolean namesUser = true;

    /// JSON of the credential that `navigator.credentials.create` would give.
    public String make(String asked) {
        var options = JSON.readTree(asked);
        user = UNBASE64.decode(options.get("user").get("id").asString());
        var data = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                digest(site.getBytes(StandardCharsets.UTF_8)),
                (byte) (flags() | AuthenticatorData.BIT_AT),
                counter,
                new AttestedCredentialData(
                        AAGUID.ZERO,
                        id,
                        EC2COSEKey.create((ECPublicKey) key.getPublic(), COSEAlgorithmIdentifier.ES256)));
        var attestation = new AttestationObjectConverter(CONVERTER)
                .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
        return credential(Map.of(
                "clientDataJSON", text(client("webauthn.create", options)),
                "attestationObject", text(attestation),
                "transports", java.util.List.of("internal")));
    }

    /// JSON of the credential that `navigator.credentials.get` would give.
    public String sign(String asked) {
        counter++;
        var client = client("webauthn.get", JSON.readTree(asked));
        var data = new AuthenticatorDataConverter(CONVERTER)
                .convert(new AuthenticatorData<>(digest(site.getBytes(StandardCharsets.UTF_8)), flags(), counter));
        var signed = ByteBuffer.allocate(data.length + 32)
                .put(data)
                .put(digest(client))
                .array();
        var response = new HashMap<String, Object>(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signature(signed))));
        if (namesUser) {
            response.put("userHandle", text(user));
        }
        return credential(response);
    }

    /// The same passkey on a device of somebody who copied it.
    public Authenticator copy() {
        var copy = new Authenticator();
        copy.key = key;
        copy.id = id;
        copy.origin = origin;
        copy.site = site;
        copy.user = user;
        copy.counter = counter;
        copy.verifies = verifies;
        return copy;
    }

    private byte flags() {
        return (byte) (AuthenticatorData.BIT_UP | (verifies ? AuthenticatorData.BIT_UV : 0));
    }

    private byte[] client(String type, JsonNode asked) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                challenge.isEmpty() ? asked.get("challenge").asString() : challenge,
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private String credential(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// Ways to make a token without the provider's key, or not as it makes them (RFC 8725).
final class Forging {
    private Forging() {}

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    static String unsignedInCapitals(JWTClaimsSet claims) {
        return base64("{\"alg\":\"NONE\"}") + "." + base64(claims.toString()) + ".";
    }

    static String unsignedWithSignature(JWTClaimsSet claims) {
        var honest = SignOnScene.signed(SignOnScene.ACME.key, claims).split("\\.");
        return base64("{\"alg\":\"none\"}") + "." + honest[1] + "." + honest[2];
    }

    static String hmac(JWTClaimsSet claims, String password) {
        return hmac(claims, password.getBytes(StandardCharsets.UTF_8));
    }

    static String hmac(JWTClaimsSet claims, byte[] password) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(SignOnScene.ACME.key.getKeyID())
                            .build(),
                    claims);
            token.sign(new MACSigner(password));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] der(RSAKey key) {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String pem(RSAKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(key))
                + "\n-----END PUBLIC KEY-----\n";
    }

    static String withItsKey(RSAKey key, JWTClaimsSet claims) {
        return SignOnScene.signed(header().jwk(key.toPublicJWK()).build(), key, claims);
    }

    static String withItsKeysAt(RSAKey key, JWTClaimsSet claims) {
        return SignOnScene.signed(
                header().keyID(key.getKeyID())
                        .jwkURL(URI.create(SignOnScene.OTHER.issuer + "/keys"))
                        .build(),
                key,
                claims);
    }

    static String critical(RSAKey key, JWTClaimsSet claims) {
        var header = header().keyID(key.getKeyID())
                .customParam("http://x.example/policy", "strict")
                .criticalParams(Set.of("http://x.example/policy"))
                .build();
        return SignOnScene.signed(header, key, claims);
    }

    static String typed(String type, RSAKey key, JWTClaimsSet claims) {
        return SignOnScene.signed(
                header().keyID(key.getKeyID()).type(new JOSEObjectType(type)).build(), key, claims);
    }

    static String cut(RSAKey key, JWTClaimsSet claims) {
        var token = SignOnScene.signed(key, claims);
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    static String swapped(RSAKey key, JWTClaimsSet claims) {
        var innocent =
                new JWTClaimsSet.Builder(claims).claim("employee_number", "2").build();
        var token = SignOnScene.signed(key, claims);
        return token.substring(0, token.lastIndexOf('.'))
                + SignOnScene.signed(key, innocent)
                        .substring(SignOnScene.signed(key, innocent).lastIndexOf('.'));
    }

    static String encrypted(RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), claims);
            token.encrypt(new RSAEncrypter(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.counterpart.identity.SignOnRefusal.CODE_WITHOUT_TOKEN;
import static org.counterpart.identity.SignOnRefusal.NOT_FOR_THIS_BROWSER;
import static org.counterpart.identity.SignOnRefusal.NOT_MEANT_FOR_US;
import static org.counterpart.identity.SignOnRefusal.NOT_SIGNED_BY_PROVIDER;
import static org.counterpart.identity.signon.FakeProvider.CLIENT;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.counterpart.identity.SignOnRefusal;
import org.jspecify.annotations.Nullable;

/// An ID token that differs in one thing from the honest one for Amira.
///
/// @param make the token of the honest claims and the time
record HostileToken(String name, SignOnRefusal why, BiFunction<JWTClaimsSet, Instant, Object> make) {
    private static final RSAKey HONEST = SignOnScene.ACME.key;
    private static final RSAKey STRANGE = FakeProvider.rsa("strange", KeyUse.SIGNATURE);
    private static final RSAKey SAME_ID = FakeProvider.rsa(HONEST.getKeyID(), KeyUse.SIGNATURE);

    @Override
    public String toString() {
        return name;
    }

    static Stream<HostileToken> all() {
        return Stream.of(claims(), times(), signatures(), answers()).flatMap(each -> each);
    }

    private static Stream<HostileToken> claims() {
        return Stream.of(
                claim("of a strange issuer", "iss", "https://evil.example"),
                claim("of an issuer with a slash more", "iss", SignOnScene.ACME.issuer + "/"),
                claim("of another issuer that we know", "iss", SignOnScene.OTHER.issuer),
                claim("of no issuer", "iss", null),
                claim("for another client", "aud", "payroll"),
                claim("for nobody", "aud", null),
                claim("for an empty list", "aud", List.of()),
                claim("for two clients", "aud", List.of(CLIENT, "payroll")),
                with(
                        "for two clients, named as ours",
                        claims -> claims.audience(List.of(CLIENT, "payroll")).claim("azp", CLIENT)),
                claim("asked for by another client", "azp", "payroll"),
                claim("without a subject", "sub", null),
                claim("with an empty subject", "sub", ""),
                claim("with a blank subject", "sub", " "),
                claim("with a subject that no text can hold", "sub", "s-1\0"),
                claim("with a subject too long", "sub", "s".repeat(256)),
                new HostileToken("for another nonce", NOT_FOR_THIS_BROWSER, changed("nonce", "n-0S6_WzA2Mj")),
                new HostileToken("without a nonce", NOT_FOR_THIS_BROWSER, changed("nonce", null)),
                new HostileToken("with an empty nonce", NOT_FOR_THIS_BROWSER, changed("nonce", "")));
    }

    private static Stream<HostileToken> times() {
        return Stream.of(
                at(
                        "expired for 61 seconds",
                        (claims, now) -> claims.issueTime(now.apply(-361)).expirationTime(now.apply(-61))),
                at("that never expires", (claims, _) -> claims.expirationTime(null)),
                at("issued in 61 seconds", (claims, now) -> claims.issueTime(now.apply(61))),
                at("issued at no time", (claims, _) -> claims.issueTime(null)),
                at("issued eleven minutes ago", (claims, now) -> claims.issueTime(now.apply(-660))),
                at("valid in 61 seconds", (claims, now) -> claims.notBeforeTime(now.apply(61))));
    }

    private static Stream<HostileToken> signatures() {
        return Stream.of(
                forged("signed by nobody", Forging::unsigned),
                forged("signed by nobody, said in another way", Forging::unsignedInCapitals),
                forged("that says none and carries a signature", Forging::unsignedWithSignature),
                forged("signed with the public key as a password", claims -> Forging.hmac(claims, Forging.der(HONEST))),
                forged("signed with the public key as text", claims -> Forging.hmac(claims, Forging.pem(HONEST))),
                forged("signed with the client’s secret", claims -> Forging.hmac(claims, FakeProvider.PASSWORD)),
                forged("signed by another key under the same id", claims -> SignOnScene.signed(SAME_ID, claims)),
                forged("signed by an unknown key", claims -> SignOnScene.signed(STRANGE, claims)),
                forged("signed by another provider", claims -> SignOnScene.signed(SignOnScene.OTHER.key, claims)),
                forged(
                        "signed by the key for encryption",
                        claims -> SignOnScene.signed(SignOnScene.ACME.encryptionKey, claims)),
                forged("that brings its key along", claims -> Forging.withItsKey(STRANGE, claims)),
                forged("that says where its keys are", claims -> Forging.withItsKeysAt(STRANGE, claims)),
                forged("that says what we must understand", claims -> Forging.critical(HONEST, claims)),
                forged("of which the signature is cut off", claims -> Forging.cut(HONEST, claims)),
                forged("with the signature of another one", claims -> Forging.swapped(HONEST, claims)),
                forged("encrypted for us", claims -> Forging.encrypted(SignOnScene.ACME.encryptionKey, claims)),
                forged("that is no token", _ -> "not.a.token"),
                new HostileToken(
                        "that ends a session",
                        NOT_MEANT_FOR_US,
                        (claims, _) -> Forging.typed("logout+jwt", HONEST, claims)),
                new HostileToken(
                        "that opens an interface",
                        NOT_MEANT_FOR_US,
                        (claims, _) -> Forging.typed("at+jwt", HONEST, claims)));
    }

    private static Stream<HostileToken> answers() {
        return Stream.of(
                new HostileToken("that is a number", CODE_WITHOUT_TOKEN, (_, _) -> 7),
                new HostileToken("that is empty", CODE_WITHOUT_TOKEN, (_, _) -> ""),
                new HostileToken("that is a list", CODE_WITHOUT_TOKEN, (_, _) -> List.of("a", "b")));
    }

    private static HostileToken claim(String name, String claim, @Nullable Object value) {
        return new HostileToken(name, NOT_MEANT_FOR_US, changed(claim, value));
    }

    private static HostileToken with(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return at(name, (claims, _) -> change.apply(claims));
    }

    private static HostileToken at(
            String name, BiFunction<JWTClaimsSet.Builder, Seconds, JWTClaimsSet.Builder> change) {
        return new HostileToken(
                name,
                NOT_MEANT_FOR_US,
                (claims, now) -> SignOnScene.signed(
                        HONEST,
                        change.apply(new JWTClaimsSet.Builder(claims), seconds -> Date.from(now.plusSeconds(seconds)))
                                .build()));
    }

    private interface Seconds {
        Date apply(int seconds);
    }

    private static BiFunction<JWTClaimsSet, Instant, Object> changed(String claim, @Nullable Object value) {
        return (claims, _) -> SignOnScene.signed(
                HONEST, new JWTClaimsSet.Builder(claims).claim(claim, value).build());
    }

    private static HostileToken forged(String name, Function<JWTClaimsSet, String> forge) {
        return new HostileToken(name, NOT_SIGNED_BY_PROVIDER, (claims, _) -> forge.apply(claims));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.counterpart.identity.Secret;
import org.jspecify.annotations.Nullable;

/// An OpenID Connect provider of the test's own that answers a code with whatever the test says, if whoever brings the
/// code is who was sent (PKCE, client secret, return address), once.
final class FakeProvider {
    static final String CLIENT = "counterpart";
    static final String PASSWORD = "a-secret-of-at-least-thirty-two-bytes";

    final String issuer;
    final RSAKey key = rsa("main", KeyUse.SIGNATURE);
    final RSAKey encryptionKey = rsa("enc", KeyUse.ENCRYPTION);
    private final Map<String, Object> description = new LinkedHashMap<>();
    private final Map<String, Answering> codes = new ConcurrentHashMap<>();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile @Nullable String elsewhere;

    /// How it answers whatever it is asked.
    enum Mood {
        WELL,
        /// Hangs up.
        SILENT,
        /// Says that it made a mistake, and shows its inside.
        BROKEN,
        LEADING_ELSEWHERE
    }

    private record Answering(Map<String, Object> body, String challenge) {}

    FakeProvider(String name, boolean namesItself) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://localhost:%d/%s".formatted(server.getAddress().getPort(), name);
            description.putAll(Map.of(
                    "issuer",
                    issuer,
                    "authorization_endpoint",
                    issuer + "/authorize",
                    "token_endpoint",
                    issuer + "/token",
                    "jwks_uri",
                    issuer + "/keys",
                    "subject_types_supported",
                    new String[] {"public"},
                    "authorization_response_iss_parameter_supported",
                    namesItself));
            server.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                heard.add(path);
                if (mood != Mood.WELL) {
                    sulk(exchange);
                    return;
                }
                switch (path.substring(name.length() + 1)) {
                    case "/.well-known/openid-configuration" -> answer(exchange, 200, description);
                    case "/keys" -> answer(exchange, 200, new JWKSet(List.of(key, encryptionKey)).toJSONObject());
                    case "/token" -> token(exchange);
                    default -> answer(exchange, 200, Map.of());
                }
            });
            server.start();
        } catch (IOException broken) {
            throw new IllegalStateException("The provider did not start.", broken);
        }
    }

    void mood(Mood now) {
        mood = now;
    }

    void leadsTo(FakeProvider other) {
        elsewhere = other.issuer;
        mood = Mood.LEADING_ELSEWHERE;
    }

    /// What it was asked.
    List<String> heard() {
        return heard;
    }

    private void sulk(HttpExchange exchange) throws IOException {
        switch (mood) {
            case BROKEN -> answer(exchange, 500, Map.of("error", "java.lang.Exception at org.provider.Inside"));
            case LEADING_ELSEWHERE -> {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                elsewhere + exchange.getRequestURI().getPath().replaceFirst("^/[^/]+", ""));
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            }
            default -> exchange.close();
        }
    }

    /// What it says of itself, to be changed before it is asked.
    Map<String, Object> description() {
        return description;
    }

    /// A code for which it answers with an ID token, to whoever asked with this challenge.
    String codeFor(Object idToken, String challenge) {
        return codeForAnswer(Map.of("access_token", "a", "token_type", "Bearer", "id_token", idToken), challenge);
    }

    String codeForAnswer(Map<String, Object> body, String challenge) {
        var code = UUID.randomUUID().toString();
        codes.put(code, new Answering(body, challenge));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var answering = codes.remove(form.getOrDefault("code", ""));
        var basic = Base64.getEncoder().encodeToString((CLIENT + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        boolean itself = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && form.getOrDefault("redirect_uri", "").startsWith("http://localhost/sign-in/from/");
        if (answering == null
                || !itself
                || !s256(form.getOrDefault("code_verifier", "")).equals(answering.challenge())) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            answer(exchange, 200, answering.body());
        }
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static RSAKey rsa(String id, KeyUse use) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(use).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String s256(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret(verifier).digest());
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

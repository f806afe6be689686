// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// How providers are asked: five seconds long, and without following them elsewhere.
final class Asking {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JdkClientHttpRequestFactory REQUESTS = requests();

    private Asking() {}

    static RestClient.Builder client() {
        return RestClient.builder().requestFactory(REQUESTS);
    }

    /// In the older shape that the reader of keys takes.
    static RestTemplate template() {
        return new RestTemplate(REQUESTS);
    }

    private static JdkClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }
}

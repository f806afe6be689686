// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/// The headers that every answer carries. Pages need no script, so none is allowed, but for those that say so
/// ([Scripted]).
public final class SecurityHeaders {
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// One of our own files, which writes no HTML and builds no code from text (Trusted Types).
    static final String POLICY_WITH_SCRIPT =
            POLICY + "; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// The same, which may send what is typed to where the page came from.
    static final String POLICY_WITH_SAVING = POLICY_WITH_SCRIPT + "; connect-src 'self'";

    private SecurityHeaders() {}

    public static void on(HttpSecurity security) {
        security.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy
                                .NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}

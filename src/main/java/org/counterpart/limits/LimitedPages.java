// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.counterpart.web.TooMany;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Holds every network to the [Limit] of a handler. Which network it was is kept as a digest, for as long as the limit
/// counts.
@Component
class LimitedPages implements HandlerInterceptor, WebMvcConfigurer {
    private final Limits limits;
    private final Allowance allowance;

    LimitedPages(Limits limits, Allowance allowance) {
        this.limits = limits;
        this.allowance = allowance;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.getMethodAnnotation(Limit.class) instanceof Limit limit) {
            var key = key(method, request.getRemoteAddr());
            var wait = limits.take(key, allowance.times(limit), limit.minutes());
            if (wait.isPositive()) {
                throw new TooMany(wait, limits.isFirstRefusal(key, limit));
            }
        }
        return true;
    }

    private static String key(HandlerMethod method, String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(method.getMethod().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(network(address)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static byte[] network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address);
            return bytes instanceof Inet6Address ? Arrays.copyOf(bytes.getAddress(), 8) : bytes.getAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return new byte[0];
        }
    }
}

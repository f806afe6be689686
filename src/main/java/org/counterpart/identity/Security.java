// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Clock;
import org.counterpart.web.SecurityHeaders;
import org.counterpart.web.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The filters before every page: headers, tokens in forms, and the session. Who may open which page is said at the
/// page itself, by `@Access`. No user with a password exists, so none of Spring's own sign-in is on.
@Configuration
class Security {
    @Bean
    SecurityFilterChain filters(HttpSecurity security, Sessions sessions, Visitors visitors, Clock clock, Site site) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(site.cookie("form"));
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(site.secure()).sameSite("Strict"));
        SecurityHeaders.on(security);
        return security.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .addFilterBefore(new SameSiteOnly(), CsrfFilter.class)
                .addFilterBefore(new SessionVisitor(sessions, visitors, clock), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .build();
    }

    /// Keeps Spring Boot from making up a user with a password.
    @Bean
    org.springframework.security.core.userdetails.UserDetailsService nobody() {
        return name -> {
            throw new org.springframework.security.core.userdetails.UsernameNotFoundException("No passwords here.");
        };
    }

    /// Lets two requests of one browser at the same moment keep something in its session, as when a button is pressed
    /// twice; the later one counts, and neither fails.
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> bothAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    CookieSerializer sessionCookie(Site site) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(site.cookie("session"));
        cookie.setUseSecureCookie(site.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}

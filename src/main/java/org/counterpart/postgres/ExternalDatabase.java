// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import org.counterpart.web.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Connects to the PostgreSQL that `COUNTERPART_DB_URL` names, such as `jdbc:postgresql://host:5432/counterpart`.
@Configuration
@ConditionalOnExpression("!environment.getProperty('counterpart.db.url', '').isEmpty()")
class ExternalDatabase {
    /// Without a login of its own the program works by the one that owns the tables, for which row-level security is
    /// forced.
    @Bean
    Logins logins(
            @Value("${counterpart.db.url}") String url,
            @Value("${counterpart.db.user:}") String user,
            @Value("${counterpart.db.password:}") String password,
            @Value("${counterpart.db.app-user:${counterpart.db.user:}}") String appUser,
            @Value("${counterpart.db.app-password:${counterpart.db.password:}}") String appPassword) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart("cannot-start.url");
        }
        return new Logins(new Login(url, user, password), new Login(url, appUser, appPassword));
    }
}

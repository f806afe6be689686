// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import org.counterpart.web.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Connects to the PostgreSQL that `COUNTERPART_DB_URL` names, such as `jdbc:postgresql://host:5432/counterpart`.
@Configuration
@ConditionalOnExpression("!environment.getProperty('counterpart.db.url', '').isEmpty()")
class ExternalDatabase {
    @Bean
    JdbcConnectionDetails connection(
            @Value("${counterpart.db.url}") String url,
            @Value("${counterpart.db.user:}") String user,
            @Value("${counterpart.db.password:}") String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart("cannot-start.url");
        }
        return new Connection(url, user, password);
    }

    private record Connection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}

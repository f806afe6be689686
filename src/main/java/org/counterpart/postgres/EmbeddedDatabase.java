// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Starts our own PostgreSQL when no other is named by `COUNTERPART_DB_URL`. The connection pool depends on it, so
/// it stops last.
@Configuration
@ConditionalOnExpression("environment.getProperty('counterpart.db.url', '').isEmpty()")
class EmbeddedDatabase {
    @Bean(destroyMethod = "close")
    Postgres postgres(@Value("${counterpart.data}") Path data) {
        return Postgres.start(data, Postgres.Durability.KEEP_EVERYTHING);
    }

    @Bean
    JdbcConnectionDetails connection(Postgres postgres) throws IOException {
        return new Connection(postgres.url("postgres"), postgres.password());
    }

    private record Connection(String url, String password) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return Postgres.USER;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}

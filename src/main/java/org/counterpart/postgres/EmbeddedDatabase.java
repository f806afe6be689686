// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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
    Logins logins(Postgres postgres) throws IOException {
        var url = postgres.url("postgres");
        var runtime = RuntimeRole.make(url, Postgres.USER, postgres.password());
        return new Logins(
                new Login(url, Postgres.USER, postgres.password()), new Login(url, runtime.name(), runtime.password()));
    }
}

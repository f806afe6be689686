// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.util.Map;
import javax.sql.DataSource;
import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// One login makes the tables, another one works with them, and every transaction says who is [Acting].
@Configuration
class Connections {
    @Bean
    JdbcConnectionDetails working(Logins logins) {
        return logins.working().toWork();
    }

    @Bean
    FlywayConnectionDetails migrating(Logins logins) {
        return logins.migrating().toMigrate();
    }

    @Bean
    FlywayConfigurationCustomizer runtimeName(Logins logins) {
        return flyway -> flyway.placeholders(
                Map.of("runtime", '"' + logins.working().user().replace("\"", "\"\"") + '"'));
    }

    @Bean
    static BeanPostProcessor acting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new ActingConnections(pool) : bean;
            }
        };
    }

    /// As Spring Boot would make it, were there not the one for sessions.
    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /// Sessions are read before anybody is known, and written after.
    @Bean
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
                return Acting.system(() -> template.execute(work));
            }
        };
    }

    @Bean
    InitializingBean rowsAreGuarded(JdbcClient jdbc) {
        return () -> {
            var unbound = jdbc.sql(
                            "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")
                    .query(String.class)
                    .optional();
            if (unbound.isPresent()) {
                throw new CannotStart("cannot-start.unbound", unbound.get());
            }
        };
    }
}

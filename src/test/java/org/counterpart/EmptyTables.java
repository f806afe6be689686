// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empties all tables before each test, also those that only ever grow.
final class EmptyTables implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) throws SQLException {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(SettableClock.class).reset();
        try (var connection = TestDatabase.unbound((ConfigurableEnvironment) context.getEnvironment());
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare names text; begin
                      perform set_config('session_replication_role', 'replica', true);
                      select string_agg(format('%I', tablename), ', ') into names from pg_tables
                        where schemaname = 'public' and tablename not in ('flyway_schema_history', 'installation');
                      execute 'truncate ' || names || ' cascade';
                    end $$""");
        }
    }
}

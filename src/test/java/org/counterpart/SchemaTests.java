// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class SchemaTests {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_table_says_which_class_of_data_it_holds_and_who_may_see_it() {
        var without = jdbc.sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' \
                        and relname <> 'flyway_schema_history' \
                        and coalesce(obj_description(oid, 'pg_class'), '') !~ '^P[0-5] · '""").query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void every_column_says_which_class_of_data_it_holds_and_who_may_see_it() {
        var without = jdbc.sql("""
                        select relname || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid \
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 \
                        and not attisdropped and relname <> 'flyway_schema_history' \
                        and coalesce(col_description(attrelid, attnum), '') !~ '^P[0-5] · '""").query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void no_column_is_about_age_or_another_protected_fact() {
        var names = jdbc.sql("""
                        select column_name from information_schema.columns where table_schema = 'public' \
                        and column_name ~ '(birth|^age$|gender|ethnic|religio|disab|generation)'""").query(String.class).list();

        assertThat(names).isEmpty();
    }
}

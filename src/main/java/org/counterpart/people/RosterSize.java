// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people;

import org.counterpart.limits.Neighbours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many the roster has, which all may come from one office.
@Component
class RosterSize implements Neighbours {
    private final JdbcClient jdbc;

    RosterSize(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count() {
        return jdbc.sql("select count(*) from person").query(Integer.class).single();
    }
}

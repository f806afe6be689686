// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All programmes of the installation.
@Repository
public class Programmes {
    private final JdbcClient jdbc;

    Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first.
    public List<Programme> all() {
        return jdbc.sql("select * from programme order by started_at desc, id")
                .query(Programmes::programme)
                .list();
    }

    public Optional<Programme> find(UUID id) {
        return jdbc.sql("select * from programme where id = :id")
                .param("id", id)
                .query(Programmes::programme)
                .optional();
    }

    /// Those whose call opened, newest first. Before that nobody but owners hears of a programme.
    public List<Programme> called() {
        return jdbc.sql("""
                        select programme.* from programme join criteria on programme_id = id \
                        where frozen_at is not null order by started_at desc, id""").query(Programmes::programme).list();
    }

    /// The programme, if its call opened. Whatever everyone may read of a programme begins here: of any other one not
    /// even the name is told.
    public Optional<Programme> called(UUID id) {
        return jdbc.sql("""
                        select programme.* from programme join criteria on programme_id = id \
                        where id = :id and frozen_at is not null""").param("id", id).query(Programmes::programme).optional();
    }

    public void start(Programme programme) {
        jdbc.sql("insert into programme (id, name, expected_people, started_at) values (:id, :name, :expected, :at)")
                .param("id", programme.id())
                .param("name", programme.name())
                .param("expected", programme.expectedPeople())
                .param("at", Timestamp.from(programme.startedAt()))
                .update();
    }

    private static Programme programme(ResultSet row, int index) throws SQLException {
        return new Programme(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("expected_people"),
                row.getTimestamp("started_at").toInstant());
    }
}

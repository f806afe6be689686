// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files between their dry run and their confirmation; one a programme.
@Repository
class ImportDrafts {
    private final JdbcClient jdbc;

    ImportDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Draft(UUID id, String fileName, byte[] content) {}

    void replace(UUID programmeId, Draft draft, Instant at) {
        jdbc.sql("""
                        insert into import_draft (id, programme_id, file_name, content, uploaded_at) \
                        values (:id, :programme, :name, :content, :at) on conflict (programme_id) do update \
                        set id = excluded.id, file_name = excluded.file_name, content = excluded.content, \
                        uploaded_at = excluded.uploaded_at""")
                .param("id", draft.id())
                .param("programme", programmeId)
                .param("name", draft.fileName())
                .param("content", draft.content())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Draft> find(UUID programmeId, UUID id) {
        return jdbc.sql("select id, file_name, content from import_draft where id = :id and programme_id = :programme")
                .param("id", id)
                .param("programme", programmeId)
                .query((row, _) ->
                        new Draft(row.getObject("id", UUID.class), row.getString("file_name"), row.getBytes("content")))
                .optional();
    }

    /// Takes the draft away; of two at once, one gets it.
    boolean remove(UUID programmeId, UUID id) {
        return jdbc.sql("delete from import_draft where id = :id and programme_id = :programme")
                        .param("id", id)
                        .param("programme", programmeId)
                        .update()
                > 0;
    }
}

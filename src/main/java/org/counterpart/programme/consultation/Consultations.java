// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.programme.consultation.Pitfall.Answer;
import org.counterpart.programme.consultation.Voice.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was said before each programme.
@Repository
public class Consultations {
    private static final int LESSONS = 50;

    private final JdbcClient jdbc;

    Consultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order in which they were heard.
    public List<Voice> of(UUID programmeId) {
        var pitfalls = pitfalls(programmeId);
        return jdbc.sql("select * from voice where programme_id = :programme order by at, id")
                .param("programme", programmeId)
                .query((row, _) -> new Voice(
                        row.getObject("id", UUID.class),
                        row.getString("known_as"),
                        Part.valueOf(row.getString("part")),
                        row.getString("took_part_in"),
                        row.getString("value"),
                        row.getString("successes"),
                        pitfalls.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private Map<UUID, List<Pitfall>> pitfalls(UUID programmeId) {
        return jdbc
                .sql("""
                        select pitfall.* from pitfall join voice on voice.id = voice_id \
                        where programme_id = :programme order by position""")
                .param("programme", programmeId)
                .query((row, index) -> Map.entry(row.getObject("voice_id", UUID.class), pitfall(row, index)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// What all other programmes were warned of and did about it, newest first, at most fifty.
    public List<Pitfall> lessonsFor(UUID programmeId) {
        return jdbc.sql("""
                        select pitfall.* from pitfall join voice on voice.id = voice_id \
                        where programme_id <> :programme and answer is not null \
                        order by at desc, voice_id, position limit :most""")
                .param("programme", programmeId)
                .param("most", LESSONS)
                .query(Consultations::pitfall)
                .list();
    }

    boolean heard(UUID programmeId, String knownAs) {
        return jdbc.sql("""
                        select exists (select from voice where programme_id = :programme \
                        and lower(known_as) = lower(:known_as))""")
                .param("programme", programmeId)
                .param("known_as", knownAs)
                .query(Boolean.class)
                .single();
    }

    void add(UUID programmeId, Voice voice) {
        jdbc.sql("""
                        insert into voice (id, programme_id, known_as, part, took_part_in, value, successes, at) \
                        values (:id, :programme, :known_as, :part, :took_part_in, :value, :successes, :at)""")
                .param("id", voice.id())
                .param("programme", programmeId)
                .param("known_as", voice.knownAs())
                .param("part", voice.part().name())
                .param("took_part_in", voice.programme())
                .param("value", voice.value())
                .param("successes", voice.successes())
                .param("at", Timestamp.from(voice.at()))
                .update();
        for (int position = 0; position < voice.pitfalls().size(); position++) {
            jdbc.sql("insert into pitfall (id, voice_id, position, text) values (:id, :voice, :position, :text)")
                    .param("id", voice.pitfalls().get(position).id())
                    .param("voice", voice.id())
                    .param("position", position)
                    .param("text", voice.pitfalls().get(position).text())
                    .update();
        }
    }

    /// False where there is no such pitfall in that programme.
    boolean answer(UUID programmeId, UUID pitfallId, Answer answer, String because) {
        return jdbc.sql("""
                        update pitfall set answer = :answer, because = :because where id = :pitfall \
                        and voice_id in (select id from voice where programme_id = :programme)""")
                        .param("answer", answer.name())
                        .param("because", because)
                        .param("pitfall", pitfallId)
                        .param("programme", programmeId)
                        .update()
                > 0;
    }

    /// False where there is no such voice in that programme.
    boolean remove(UUID programmeId, UUID voiceId) {
        return jdbc.sql("delete from voice where id = :voice and programme_id = :programme")
                        .param("voice", voiceId)
                        .param("programme", programmeId)
                        .update()
                > 0;
    }

    private static Pitfall pitfall(ResultSet row, int index) throws SQLException {
        var answer = row.getString("answer");
        return new Pitfall(
                row.getObject("id", UUID.class),
                row.getString("text"),
                answer == null ? null : Answer.valueOf(answer),
                row.getString("because"));
    }
}

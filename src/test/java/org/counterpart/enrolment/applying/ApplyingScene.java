// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.List;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.SignUps;
import org.counterpart.people.People;
import org.counterpart.privacy.Consents;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A call that is open, and people who answer it.
@CounterpartTest
abstract class ApplyingScene {
    @LocalServerPort
    int port;

    @Autowired
    Doors doors;

    @Autowired
    Programmes programmes;

    @Autowired
    People people;

    @Autowired
    SignUps signUps;

    @Autowired
    Phases phases;

    @Autowired
    Consents consents;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    UUID programme;
    String path;

    @BeforeEach
    void an_open_call() {
        answer(OpenCall.begin(programmes, people, jdbc));
    }

    /// From here on it is this call that people answer.
    final void answer(UUID call) {
        programme = call;
        path = "/calls/" + call + "/apply";
    }

    Reader open(String person) {
        return doors.reader(port, person + "@x.example");
    }

    Page apply(String person, String... fields) {
        var reader = open(person);
        reader.open(path);
        return handIn(reader, fields);
    }

    Page save(Reader reader, String... fields) {
        return reader.press(path, fields);
    }

    Page handIn(Reader reader, String... fields) {
        return reader.press(path, OpenCall.handedIn(fields));
    }

    int rows() {
        return jdbc.sql("select count(*) from application").query(Integer.class).single();
    }

    List<String> mails() {
        return jdbc.sql("select recipient || ' ' || subject as mail from mail where body like '%/apply%' order by id")
                .query((row, _) -> row.getString("mail"))
                .list();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A programme of which nothing but the name was settled, and its owner.
@CounterpartTest
abstract class DraftScene {
    @LocalServerPort
    int port;

    @Autowired
    Doors doors;

    @Autowired
    Programmes programmes;

    Reader olga;
    final UUID programme = UUID.randomUUID();
    final String home = "/programmes/" + programme;

    @BeforeEach
    void a_draft() {
        programmes.start(new Programme(programme, "Pilot", 20, SettableClock.START));
        olga = doors.owner(port);
        olga.open(home);
    }
}

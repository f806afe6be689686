// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.util.regex.Pattern;
import org.counterpart.identity.Owners;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets readers in the way people come in: by a link from their mail.
public class Doors {
    private static final Pattern LINK = Pattern.compile("/sign-in/link/[\\w-]+");

    private final JdbcClient jdbc;
    private final Owners owners;
    private final SettableClock clock;

    Doors(JdbcClient jdbc, Owners owners, SettableClock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.clock = clock;
    }

    public Reader owner(int port) {
        if (owners.none()) {
            owners.first("owner@x.example", "Olga Owner", clock.instant());
        }
        return reader(port, "owner@x.example");
    }

    public Reader reader(int port, String email) {
        var reader = new Reader(port);
        reader.open("/sign-in");
        reader.press("/sign-in", "email", email);
        var link = latestLink(email);
        reader.open(link);
        reader.press(link);
        return reader;
    }

    public String latestLink(String email) {
        var body = jdbc.sql("select body from mail where recipient = :to and body like '%/sign-in/link/%' "
                        + "order by written_at desc, id limit 1")
                .param("to", email)
                .query(String.class)
                .single();
        var found = LINK.matcher(body);
        if (!found.find()) {
            throw new AssertionError("No link in the mail to " + email + ": " + body);
        }
        return found.group();
    }
}

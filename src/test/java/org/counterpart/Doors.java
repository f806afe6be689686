// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.time.Duration;
import java.util.regex.Pattern;
import org.counterpart.identity.MailingLinks;
import org.counterpart.identity.Owners;
import org.counterpart.identity.passkey.SettingUp;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets readers in the way people come in: by a link from their mail, and owners by their passkey.
public class Doors {
    private static final Pattern LINK = Pattern.compile("/sign-in/link/[\\w-]+");

    private final JdbcClient jdbc;
    private final Owners owners;
    private final SettingUp settingUp;
    private final MailingLinks mailing;
    private final SettableClock clock;
    private Authenticator ofTheOwner = new Authenticator();

    Doors(JdbcClient jdbc, Owners owners, SettingUp settingUp, MailingLinks mailing, SettableClock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.settingUp = settingUp;
        this.mailing = mailing;
        this.clock = clock;
    }

    /// The owner, who sets the installation up where nobody did.
    public Reader owner(int port) {
        return owners.none() ? firstOwner(port) : withPasskey(port, ofTheOwner);
    }

    /// The device on which the owner's passkey is.
    public Authenticator ofTheOwner() {
        return ofTheOwner;
    }

    private Reader firstOwner(int port) {
        ofTheOwner = new Authenticator();
        var reader = new Reader(port);
        var link = "/set-up/" + settingUp.issue().text();
        var made = ofTheOwner.make(reader.open(link).asked());
        reader.press(link, "name", "Olga Owner", "email", "owner@x.example", "credential", made);
        return reader;
    }

    public Reader withPasskey(int port, Authenticator device) {
        var reader = new Reader(port);
        reader.press(
                "/sign-in/passkey",
                "credential",
                device.sign(reader.open("/sign-in").asked()));
        return reader;
    }

    public Reader reader(int port, String email) {
        return reader(port, email, "");
    }

    /// @param network from which they come, as a proxy says; empty without a proxy
    public Reader reader(int port, String email, String network) {
        // A moment after whoever did before, so that the latest link is theirs.
        mailLinks();
        clock.pass(Duration.ofNanos(1_000));
        var reader = new Reader(port, network);
        reader.open("/sign-in");
        reader.press("/sign-in", "email", email);
        var link = latestLink(email);
        reader.open(link);
        reader.press(link);
        return reader;
    }

    /// Lets everyone who asked for a link have their mail. It comes by itself only when nobody tests.
    public void mailLinks() {
        while (mailing.mailNext()) {}
    }

    public String latestLink(String email) {
        mailLinks();
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

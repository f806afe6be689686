// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first owner. No account exists before: each start without an owner prints a fresh link, and using it
/// ends all of them.
@Component
public class SettingUp {
    private static final Logger LOG = LoggerFactory.getLogger(SettingUp.class);

    private final JdbcClient jdbc;
    private final Owners owners;
    private final Site site;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingUp(JdbcClient jdbc, Owners owners, Site site, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.site = site;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void offer() {
        if (!site.demonstration() && Acting.system(owners::none)) {
            var token = issue();
            LOG.info(
                    "Nobody owns this installation yet. Open this link once to set it up: {}",
                    site.link("/set-up/" + token.text()));
        }
    }

    /// A fresh link; earlier ones end.
    @Transactional
    public Secret issue() {
        return Acting.system(this::freshLink);
    }

    private Secret freshLink() {
        var token = Secret.fresh();
        jdbc.sql("delete from set_up_link").update();
        jdbc.sql("insert into set_up_link (token_sha256, issued_at) values (:token, :at)")
                .param("token", token.digest())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    public boolean open(Secret token) {
        return Acting.system(() -> isOpen(token));
    }

    private boolean isOpen(Secret token) {
        return owners.none()
                && jdbc.sql("select count(*) from set_up_link where token_sha256 = :token")
                                .param("token", token.digest())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /// Makes the first owner and gives their account; empty where the link is not, or no longer, good.
    @Transactional
    public Optional<UUID> use(Secret token, EmailAddress email, String name) {
        return Acting.system(() -> used(token, email, name));
    }

    private Optional<UUID> used(Secret token, EmailAddress email, String name) {
        boolean open = owners.none()
                && jdbc.sql("delete from set_up_link where token_sha256 = :token")
                                .param("token", token.digest())
                                .update()
                        > 0;
        if (!open) {
            return Optional.empty();
        }
        var owner = owners.first(email.text(), name, clock.instant());
        events.publishEvent(new OwnerSetUp(owner));
        events.publishEvent(new CameIn(owner, CameIn.Way.SET_UP_LINK));
        return Optional.of(owner);
    }
}

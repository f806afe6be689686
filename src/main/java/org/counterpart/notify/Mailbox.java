// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.util.List;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.web.NotFound;
import org.counterpart.web.Site;
import org.springframework.stereotype.Component;

/// All mail of a demonstration, for anyone to read. A real installation has no such thing.
@Component
public class Mailbox {
    private static final int SHOWN = 200;

    private final Outbox outbox;
    private final Site site;

    Mailbox(Outbox outbox, Site site) {
        this.outbox = outbox;
        this.site = site;
    }

    public List<Mail> latest() {
        requireDemonstration();
        return Acting.system(() -> outbox.latest(SHOWN));
    }

    public Mail mail(UUID id) {
        requireDemonstration();
        return Acting.system(() -> outbox.find(id)).orElseThrow(NotFound::new);
    }

    private void requireDemonstration() {
        if (!site.demonstration()) {
            throw new NotFound();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Kept.Term;
import org.counterpart.privacy.Kept.Until;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deletes or empties what is past its declared term (GDPR 5(1)(e)), as the program. Doing it again, or on several
/// servers at once, changes nothing more.
@Component
public class Retaining {
    private static final Logger LOG = LoggerFactory.getLogger(Retaining.class);

    private final Registry registry;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retaining(Registry registry, JdbcClient jdbc, Clock clock) {
        this.registry = registry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void work() {
        var ended = endTerms();
        if (!ended.isEmpty()) {
            LOG.info("Past their term, and deleted or emptied: {}", ended);
        }
    }

    /// Gives how many rows of which tables it changed; for decisions and events, which procedures see to, it cannot
    /// tell.
    @Transactional
    public Map<String, Integer> endTerms() {
        return Acting.system(this::ended);
    }

    /// What a procedure does may add to the audit log, and from there to the end of the transaction everyone else
    /// waits.
    private List<Declaration> proceduresLast() {
        return registry.declarations().stream()
                .sorted(Comparator.comparing(each -> each.kept() instanceof Term term
                        && term.then().stream().anyMatch(statement -> statement.startsWith("call "))))
                .toList();
    }

    private Map<String, Integer> ended() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var changed = new TreeMap<String, Integer>();
        for (var declaration : proceduresLast()) {
            switch (declaration.kept()) {
                case Until _ -> {}
                case Term term -> {
                    for (var statement : term.then()) {
                        int rows = jdbc.sql(statement)
                                .param(
                                        "before",
                                        Timestamp.from(now.minus(term.length()).toInstant()))
                                .update();
                        if (rows > 0) {
                            changed.merge(declaration.table(), rows, Integer::sum);
                        }
                    }
                }
            }
        }
        return changed;
    }
}

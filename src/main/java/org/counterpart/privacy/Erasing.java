// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpart.identity.Grant;
import org.counterpart.identity.Grants;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Rule.Fate;
import org.counterpart.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Erases people, by what each table declares, in one transaction. What others need stays, without them: a pair, a
/// count, a run. In their place stands someone who left, under a random id.
///
/// It works as the program, since nobody may write all of these rows themselves, and only on one person at a time.
@Component
public class Erasing {
    private final Registry registry;
    private final Subjects subjects;
    private final Grants grants;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Texts texts;
    private final Clock clock;

    Erasing(
            Registry registry,
            Subjects subjects,
            Grants grants,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.registry = registry;
        this.subjects = subjects;
        this.grants = grants;
        this.jdbc = jdbc;
        this.events = events;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.clock = clock;
    }

    /// What became of it.
    public sealed interface Answer {}

    public record Erased(String standIn) implements Answer {}

    public record Refused(Why why) implements Answer {}

    public enum Why {
        /// There is nobody of that id or address; or they were erased before.
        UNKNOWN,
        /// They hold a duty, and somebody has to answer for it.
        DUTY
    }

    /// How many rows of a table are about somebody, and what becomes of them.
    public record Count(String table, Fate fate, int rows) {}

    /// What an erasure would do.
    ///
    /// @param counts without tables that have no row about the person
    /// @param refusal why they cannot be erased; empty where they can
    public record DryRun(Subject subject, List<Count> counts, Optional<Why> refusal) {}

    /// Somebody by their id in the roster or their address; empty where nobody has it.
    @Transactional(readOnly = true)
    public Optional<DryRun> dryRun(String idOrEmail) {
        return Acting.system(() -> subjects.find(idOrEmail).map(this::would));
    }

    /// Whoever is signed in. Never by their address, which may be another one's too.
    @Transactional(readOnly = true)
    public Optional<DryRun> dryRun(UUID accountId) {
        return Acting.system(() -> subjects.of(accountId).map(this::would));
    }

    @Transactional
    public Answer erase(String idOrEmail) {
        return Acting.system(() -> erased(() -> subjects.find(idOrEmail)));
    }

    @Transactional
    public Answer erase(UUID accountId) {
        return Acting.system(() -> erased(() -> subjects.of(accountId)));
    }

    private DryRun would(Subject subject) {
        return new DryRun(subject, counts(subject), duty(subject));
    }

    private Answer erased(Supplier<Optional<Subject>> whom) {
        // Whoever erases the same person at the same time waits here, and then finds nobody.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('erasing'))")
                .query((row, _) -> true)
                .single();
        var found = whom.get();
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        var refusal = duty(found.get());
        if (refusal.isPresent()) {
            events.publishEvent(new ErasureRefused(found.get().id(), refusal.get()));
            return new Refused(refusal.get());
        }
        var standIn = "left-" + UUID.randomUUID();
        for (var declaration : registry.declarations()) {
            for (var statement : declaration.erasing()) {
                jdbc.sql(statement)
                        .params(found.get().parameters())
                        .param("stand_in", standIn)
                        .param("someone", texts.say("privacy.someone"))
                        .update();
            }
        }
        events.publishEvent(new PersonErased(standIn, clock.instant()));
        return new Erased(standIn);
    }

    private Optional<Why> duty(Subject subject) {
        var account = subject.accountId();
        return account != null
                        && grants.openOf(UUID.fromString(account)).stream().anyMatch(Grant::confirmed)
                ? Optional.of(Why.DUTY)
                : Optional.empty();
    }

    private List<Count> counts(Subject subject) {
        var counts = new ArrayList<Count>();
        for (var declaration : registry.aboutPeople()) {
            int rows = jdbc.sql("select count(*) from %s where %s".formatted(declaration.table(), declaration.rows()))
                    .params(subject.parameters())
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                counts.add(new Count(declaration.table(), declaration.fate(), rows));
            }
        }
        return counts;
    }
}

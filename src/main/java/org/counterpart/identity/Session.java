// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/// One browser in which somebody is signed in, from signing in to signing out.
///
/// @param id tells it apart from others; it opens nothing
/// @param usedAt when it was last used, up to a minute earlier
public record Session(UUID id, UUID accountId, SignedInBy by, Instant since, Instant usedAt, Device device) {
    /// Of no use for so long, it ends (ASVS 7.3.1); the shorter one counts for whoever holds a duty.
    public static final Duration IDLE = Duration.ofMinutes(60);

    public static final Duration IDLE_WITH_A_DUTY = Duration.ofMinutes(15);

    /// So long after signing in it ends in any case (ASVS 7.3.2).
    public static final Duration LONGEST = Duration.ofHours(12);

    /// So long after signing in one may change how one signs in (ASVS 7.5.1).
    public static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    boolean over(Instant now, Duration idle) {
        return !now.isBefore(since.plus(LONGEST)) || !now.isBefore(usedAt.plus(idle));
    }

    public boolean fresh(Instant now) {
        return now.isBefore(since.plus(FRESH));
    }

    void keepIn(HttpSession http) {
        http.setAttribute(ACCOUNT, accountId.toString());
        http.setAttribute("id", id.toString());
        http.setAttribute("by", by.name());
        http.setAttribute("since", since.toString());
        http.setAttribute("used", usedAt.toString());
        http.setAttribute("browser", device.browser());
        http.setAttribute("system", device.system());
    }

    void noteUse(HttpSession http, Instant now) {
        if (!now.isBefore(usedAt.plus(NOTED))) {
            http.setAttribute("used", now.toString());
        }
    }

    /// What a session remembers of somebody who signed in; empty where nobody did.
    static Optional<Session> in(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ACCOUNT) instanceof String account && attributes.apply("id") instanceof String id
                ? Optional.of(new Session(
                        UUID.fromString(id),
                        UUID.fromString(account),
                        SignedInBy.valueOf(text(attributes, "by")),
                        Instant.parse(text(attributes, "since")),
                        Instant.parse(text(attributes, "used")),
                        new Device(text(attributes, "browser"), text(attributes, "system"))))
                : Optional.empty();
    }

    private static String text(Function<String, @Nullable Object> attributes, String name) {
        return String.valueOf(attributes.apply(name));
    }
}

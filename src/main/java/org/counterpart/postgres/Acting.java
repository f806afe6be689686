// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// For whom the database is asked: row-level security shows each of them their rows, and nobody none. It holds until
/// the work that it was said for ends, on this thread, and reaches the database transaction by transaction.
///
/// @param accountId of whoever asks; none for the system and nobody
/// @param personId of the roster; none for somebody whom it does not name
public record Acting(
        Role role, @Nullable UUID accountId, @Nullable String personId) {
    static final Acting NOBODY = new Acting(Role.NOBODY, null, null);
    private static final Acting SYSTEM = new Acting(Role.SYSTEM, null, null);
    private static final ScopedValue<Acting> NOW = ScopedValue.newInstance();

    public enum Role {
        /// Sees no row about anybody.
        NOBODY,
        /// Whoever is signed in and no owner: sees what is theirs.
        PERSON,
        /// Runs the programmes: sees programme data, no link or session.
        OWNER,
        /// The program itself: mail on its way, links, sessions, what falls due.
        SYSTEM
    }

    public static Acting person(@Nullable UUID accountId, @Nullable String personId) {
        return new Acting(Role.PERSON, accountId, personId);
    }

    public static Acting owner(@Nullable UUID accountId, @Nullable String personId) {
        return new Acting(Role.OWNER, accountId, personId);
    }

    /// The program itself. Mostly [#system(Supplier)] is meant.
    public static Acting theSystem() {
        return SYSTEM;
    }

    /// The account of whoever is asked for now; none for the system and nobody.
    public static @Nullable UUID account() {
        return now().accountId();
    }

    static Acting now() {
        return NOW.orElse(NOBODY);
    }

    public <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(NOW, this).call(work);
    }

    /// For what the program does of its own accord or on the strength of a secret link. Say it where the deed is, as
    /// narrowly as can be.
    public static <T extends @Nullable Object> T system(Supplier<T> work) {
        return SYSTEM.call(work::get);
    }

    public static void system(Runnable work) {
        ScopedValue.where(NOW, SYSTEM).run(work);
    }
}

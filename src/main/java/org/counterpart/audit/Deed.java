// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done and is about to become an event.
///
/// @param actor account; none for the program itself and for strangers
/// @param people ids in the roster; the event says random ones in their place
/// @param reason a code of ours, never somebody's words
record Deed(
        Kind kind,
        @Nullable UUID actor,
        @Nullable UUID programmeId,
        List<About> about,
        List<String> people,
        @Nullable String reason) {
    Deed {
        about = List.copyOf(about);
        people = people.stream().distinct().sorted().toList();
    }

    static Deed of(Kind kind) {
        return new Deed(kind, null, null, List.of(), List.of(), null);
    }

    Deed by(@Nullable UUID accountId) {
        return new Deed(kind, accountId, programmeId, about, people, reason);
    }

    Deed in(@Nullable UUID programme) {
        return new Deed(kind, actor, programme, about, people, reason);
    }

    Deed about(About... things) {
        return new Deed(kind, actor, programmeId, List.of(things), people, reason);
    }

    Deed concerning(String... personIds) {
        return concerning(List.of(personIds));
    }

    Deed concerning(Collection<String> personIds) {
        return new Deed(kind, actor, programmeId, about, List.copyOf(personIds), reason);
    }

    Deed because(Enum<?> why) {
        return new Deed(kind, actor, programmeId, about, people, why.name());
    }
}

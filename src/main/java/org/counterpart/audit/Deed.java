// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done and is about to become an event.
///
/// @param actor account; none for the program itself and for strangers
/// @param reason a code of ours, never somebody's words
record Deed(
        Kind kind,
        @Nullable UUID actor,
        @Nullable UUID programmeId,
        List<About> about,
        @Nullable String reason) {
    Deed {
        about = List.copyOf(about);
    }

    static Deed of(Kind kind) {
        return new Deed(kind, null, null, List.of(), null);
    }

    Deed by(@Nullable UUID accountId) {
        return new Deed(kind, accountId, programmeId, about, reason);
    }

    Deed in(@Nullable UUID programme) {
        return new Deed(kind, actor, programme, about, reason);
    }

    Deed about(About... more) {
        return about(List.of(more));
    }

    Deed about(Collection<About> more) {
        var all = new ArrayList<>(about);
        all.addAll(more);
        return new Deed(kind, actor, programmeId, all, reason);
    }

    Deed because(Enum<?> why) {
        return new Deed(kind, actor, programmeId, about, why.name());
    }
}

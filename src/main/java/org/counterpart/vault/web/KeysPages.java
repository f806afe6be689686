// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.vault.Enrolling;
import org.counterpart.vault.Holder;
import org.counterpart.vault.Sealed;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.SignedIn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps somebody's new keys, which their browser made and sends by itself.
@Controller
@Access(Audience.SIGNED_IN)
public class KeysPages {
    private final Enrolling enrolling;

    KeysPages(Enrolling enrolling) {
        this.enrolling = enrolling;
    }

    @PostMapping("/vault/keys")
    ResponseEntity<Void> keep(
            @RequestParam UUID member,
            @RequestParam boolean anew,
            @RequestParam List<Sealed> entry,
            @RequestParam List<UUID> holderId,
            @RequestParam List<Holder.Kind> holderKind,
            @RequestParam List<Sealed> holderKey,
            @RequestParam List<Sealed> holderWrapped,
            @AuthenticationPrincipal SignedIn who) {
        var count = holderId.size();
        var person = who.personId();
        if (person == null
                || holderKind.size() != count
                || holderKey.size() != count
                || holderWrapped.size() != count) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        var holders = IntStream.range(0, count)
                .mapToObj(at ->
                        new Holder(holderId.get(at), holderKind.get(at), holderKey.get(at), holderWrapped.get(at)))
                .toList();
        return switch (enrolling.enrol(person, member, anew, entry, holders)) {
            case KEPT -> ResponseEntity.noContent().build();
            case REFUSED -> ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }

    /// An id that is taken: two devices at once, or somebody tries what ids there are, which are random.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Void> taken() {
        return ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.vault.Enrolling;
import org.counterpart.vault.Holder;
import org.counterpart.vault.Sealed;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Saving;
import org.counterpart.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which browsers and codes open what somebody sealed, and letting one in or out.
@Controller
@Access(Audience.SIGNED_IN)
public class KeysPages {
    private final Enrolling enrolling;
    private final Clock clock;

    KeysPages(Enrolling enrolling, Clock clock) {
        this.enrolling = enrolling;
        this.clock = clock;
    }

    /// @param desk what the browser gets to open, as JSON
    public record KeysPage(String desk) implements Saving {}

    @GetMapping("/vault")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("page", new KeysPage(BrowserJson.text(BrowserJson.of(enrolling.desk(Told.person(who))))));
        return "vault/keys";
    }

    /// The same for a page that is open, and waits to be let in.
    @GetMapping("/vault/desk")
    ResponseEntity<byte[]> desk(@AuthenticationPrincipal SignedIn who) {
        return BrowserJson.answer("desk.json", BrowserJson.of(enrolling.desk(Told.person(who))));
    }

    @PostMapping("/vault/askings")
    ResponseEntity<Void> ask(
            @RequestParam UUID holder, @RequestParam Sealed key, @AuthenticationPrincipal SignedIn who) {
        return Told.of(enrolling.ask(Told.person(who), holder, key));
    }

    @PostMapping("/vault/keys")
    ResponseEntity<Void> keep(
            @RequestParam UUID member,
            @RequestParam boolean anew,
            @RequestParam List<Sealed> entry,
            @RequestParam(defaultValue = "") List<UUID> holderId,
            @RequestParam(defaultValue = "") List<Holder.Kind> holderKind,
            @RequestParam(defaultValue = "") List<Sealed> holderKey,
            @RequestParam(defaultValue = "") List<Sealed> holderWrapped,
            @RequestParam(defaultValue = "") List<UUID> removed,
            @AuthenticationPrincipal SignedIn who) {
        var count = holderId.size();
        if (holderKind.size() != count || holderKey.size() != count || holderWrapped.size() != count) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        var holders = IntStream.range(0, count)
                .mapToObj(at -> new Holder(
                        holderId.get(at),
                        holderKind.get(at),
                        holderKey.get(at),
                        holderWrapped.get(at),
                        clock.instant()))
                .toList();
        return Told.of(enrolling.enrol(Told.person(who), member, anew, entry, holders, removed));
    }
}

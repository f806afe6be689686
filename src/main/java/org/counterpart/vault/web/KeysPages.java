// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.vault.Answer;
import org.counterpart.vault.Desk;
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
    /// @param participant whether they can have a key at all: who is in no pair has nothing to seal
    public record KeysPage(String desk, boolean participant) implements Saving {}

    @GetMapping("/vault")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("page", new KeysPage(BrowserJson.text(BrowserJson.of(deskOf(who))), who.personId() != null));
        return "vault/keys";
    }

    /// The same for a page that is open, and waits to be let in.
    @GetMapping("/vault/desk")
    ResponseEntity<byte[]> desk(@AuthenticationPrincipal SignedIn who) {
        return BrowserJson.answer("desk.json", BrowserJson.of(deskOf(who)));
    }

    @PostMapping("/vault/askings")
    ResponseEntity<Void> ask(
            @RequestParam UUID holder, @RequestParam Sealed key, @AuthenticationPrincipal SignedIn who) {
        var person = who.personId();
        return Told.of(person == null ? Answer.REFUSED : enrolling.ask(person, holder, key));
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
        var person = who.personId();
        if (person == null
                || holderKind.size() != count
                || holderKey.size() != count
                || holderWrapped.size() != count) {
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
        return Told.of(enrolling.enrol(person, member, anew, entry, holders, removed));
    }

    private Desk deskOf(SignedIn who) {
        var person = who.personId();
        return person == null ? Desk.empty() : enrolling.desk(person);
    }
}

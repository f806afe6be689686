// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.counterpart.people.People;
import org.counterpart.vault.Conversing;
import org.counterpart.vault.Grant;
import org.counterpart.vault.Item;
import org.counterpart.vault.Sealed;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Saving;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the two of a pair write to each other, for nobody else to read.
@Controller
@Access(Audience.SIGNED_IN)
public class ConversationPages {
    private final Conversing conversing;
    private final People people;

    ConversationPages(Conversing conversing, People people) {
        this.conversing = conversing;
        this.people = people;
    }

    /// @param pair its id
    /// @param other the name of the other of the pair
    /// @param desk what the browser gets to open, as JSON
    /// @param agreed whether both accepted, so that there is a pair that can write
    /// @param open whether they may write now
    /// @param keptUntil when it is deleted; null while the pair goes on
    public record ConversationPage(
            UUID pair,
            String other,
            String desk,
            boolean agreed,
            boolean open,
            @Nullable LocalDate keptUntil) implements Saving {}

    @GetMapping("/pairs/{pair}/conversation")
    String show(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, Model model) {
        var person = Told.person(who);
        var shown = conversing.show(pair, person).orElseThrow(Told::notTheirs);
        model.addAttribute(
                "page",
                new ConversationPage(
                        pair,
                        people.nameOfCounterpart(shown.pair().otherThan(person)),
                        BrowserJson.text(BrowserJson.of(shown)),
                        shown.agreed(),
                        shown.open(),
                        shown.keptUntil().orElse(null)));
        return "vault/conversation";
    }

    /// The same for a page that is open, and asks what has changed.
    @GetMapping("/pairs/{pair}/conversation/desk")
    ResponseEntity<byte[]> desk(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who) {
        var shown = conversing.show(pair, Told.person(who)).orElseThrow(Told::notTheirs);
        return BrowserJson.answer("desk.json", BrowserJson.of(shown));
    }

    @GetMapping("/pairs/{pair}/conversation/items")
    ResponseEntity<byte[]> items(
            @PathVariable UUID pair,
            @RequestParam(defaultValue = "0") long after,
            @AuthenticationPrincipal SignedIn who) {
        var news = conversing.news(pair, Told.person(who), after).orElseThrow(Told::notTheirs);
        return BrowserJson.answer("items.json", BrowserJson.of(news));
    }

    @PostMapping("/pairs/{pair}/conversation/space")
    ResponseEntity<Void> begin(
            @PathVariable UUID pair,
            @RequestParam UUID space,
            @RequestParam int epoch,
            @RequestParam Sealed heads,
            @RequestParam List<UUID> member,
            @RequestParam List<Sealed> given,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(conversing.begin(pair, Told.person(who), space, Grant.of(epoch, heads, member, given)));
    }

    @PostMapping("/pairs/{pair}/conversation/epochs")
    ResponseEntity<Void> renew(
            @PathVariable UUID pair,
            @RequestParam int epoch,
            @RequestParam Sealed heads,
            @RequestParam List<UUID> member,
            @RequestParam List<Sealed> given,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(conversing.renew(pair, Told.person(who), Grant.of(epoch, heads, member, given)));
    }

    /// Epochs of before, for the other's new key.
    @PostMapping("/pairs/{pair}/conversation/history")
    ResponseEntity<Void> share(
            @PathVariable UUID pair,
            @RequestParam UUID member,
            @RequestParam List<Integer> epoch,
            @RequestParam Sealed heads,
            @RequestParam List<Sealed> given,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(conversing.share(pair, Told.person(who), Grant.of(member, heads, epoch, given)));
    }

    @PostMapping("/pairs/{pair}/conversation/items")
    ResponseEntity<Void> write(
            @PathVariable UUID pair,
            @RequestParam UUID id,
            @RequestParam int epoch,
            @RequestParam long sequence,
            @RequestParam Sealed previous,
            @RequestParam Sealed sealed,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(conversing.write(pair, Told.person(who), new Item(id, epoch, sequence, previous, sealed)));
    }

    @PostMapping("/pairs/{pair}/conversation/files/{file}/{number}")
    ResponseEntity<Void> write(
            @PathVariable UUID pair,
            @PathVariable UUID file,
            @PathVariable int number,
            @RequestParam Sealed sealed,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(conversing.write(pair, Told.person(who), file, number, sealed));
    }

    /// A piece of a file; null where there is none.
    @GetMapping("/pairs/{pair}/conversation/files/{file}/{number}")
    ResponseEntity<byte[]> chunk(
            @PathVariable UUID pair,
            @PathVariable UUID file,
            @PathVariable int number,
            @AuthenticationPrincipal SignedIn who) {
        var person = Told.person(who);
        if (conversing.pair(pair, person).isEmpty()) {
            throw Told.notTheirs();
        }
        var found = conversing.chunk(pair, person, file, number).map(Sealed::text);
        return BrowserJson.answer("piece.json", Collections.singletonMap("sealed", found.orElse(null)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterpart.people.People;
import org.counterpart.vault.Answer;
import org.counterpart.vault.Grant;
import org.counterpart.vault.Item;
import org.counterpart.vault.Preparing;
import org.counterpart.vault.Sealed;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Notice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where somebody prepares for a pair of theirs, for nobody else to read (R02).
@Controller
@Access(Audience.SIGNED_IN)
public class PreparationPages {
    private final Preparing preparing;
    private final People people;
    private final Notice notice;

    PreparationPages(Preparing preparing, People people, Notice notice) {
        this.preparing = preparing;
        this.people = people;
        this.notice = notice;
    }

    /// @param pair its id
    /// @param other the name of the other of the pair
    /// @param desk what the browser gets to open, as JSON
    /// @param keptUntil when it is deleted; null while the pair goes on
    public record PreparationPage(
            UUID pair, String other, String desk, @Nullable LocalDate keptUntil) implements Saving {
        /// What is written about, in the order of the page; the script keeps each under this name.
        public List<String> prompts() {
            return List.of("worries", "limits", "first");
        }
    }

    @GetMapping("/pairs/{pair}/preparation")
    String show(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, Model model) {
        var person = Told.person(who);
        var theirs = preparing.pair(pair, person).orElseThrow(Told::notTheirs);
        model.addAttribute(
                "page",
                new PreparationPage(
                        pair,
                        people.nameOfCounterpart(theirs.otherThan(person)),
                        BrowserJson.text(BrowserJson.of(preparing.show(pair, person))),
                        Preparing.keptUntil(theirs).orElse(null)));
        return "vault/preparation";
    }

    @PostMapping("/pairs/{pair}/preparation/space")
    ResponseEntity<Void> begin(
            @PathVariable UUID pair,
            @RequestParam UUID space,
            @RequestParam int epoch,
            @RequestParam Sealed heads,
            @RequestParam List<UUID> member,
            @RequestParam List<Sealed> given,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(preparing.begin(pair, Told.person(who), space, Grant.of(epoch, heads, member, given)));
    }

    @PostMapping("/pairs/{pair}/preparation/epochs")
    ResponseEntity<Void> renew(
            @PathVariable UUID pair,
            @RequestParam int epoch,
            @RequestParam Sealed heads,
            @RequestParam List<UUID> member,
            @RequestParam List<Sealed> given,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(preparing.renew(pair, Told.person(who), Grant.of(epoch, heads, member, given)));
    }

    @PostMapping("/pairs/{pair}/preparation/items")
    ResponseEntity<Void> write(
            @PathVariable UUID pair,
            @RequestParam UUID id,
            @RequestParam int epoch,
            @RequestParam long sequence,
            @RequestParam Sealed previous,
            @RequestParam Sealed sealed,
            @AuthenticationPrincipal SignedIn who) {
        return Told.of(preparing.write(pair, Told.person(who), new Item(id, epoch, sequence, previous, sealed)));
    }

    @PostMapping("/pairs/{pair}/preparation/removal")
    String remove(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        if (preparing.remove(pair, Told.person(who)) == Answer.NOT_THEIRS) {
            throw Told.notTheirs();
        }
        notice.show(flash, "vault.preparation.removed");
        return "redirect:/pairs/%s/preparation".formatted(pair);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.util.List;
import java.util.UUID;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.vault.Item;
import org.counterpart.vault.Preparing;
import org.counterpart.vault.Preparing.Answer;
import org.counterpart.vault.Sealed;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saving;
import org.counterpart.web.SignedIn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
    public record PreparationPage(UUID pair, String other, String desk) implements Saving {
        /// What is written about, in the order of the page; the script keeps each under this name.
        public List<String> prompts() {
            return List.of("worries", "limits", "first");
        }
    }

    @GetMapping("/pairs/{pair}/preparation")
    String show(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, Model model) {
        var person = personOf(who);
        var other = preparing
                .pair(pair, person)
                .orElseThrow(() -> new NotFound(AccessRefused.Why.NOT_THEIRS))
                .otherThan(person);
        var name = people.find(other).or(() -> people.counterpart(other)).map(Person::name);
        model.addAttribute(
                "page", new PreparationPage(pair, name.orElse(other), DeskJson.text(preparing.desk(pair, person))));
        return "vault/preparation";
    }

    @PostMapping("/pairs/{pair}/preparation/space")
    ResponseEntity<Void> begin(
            @PathVariable UUID pair,
            @RequestParam UUID space,
            @RequestParam Sealed given,
            @AuthenticationPrincipal SignedIn who) {
        return told(preparing.begin(pair, personOf(who), space, given));
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
        return told(preparing.write(pair, personOf(who), new Item(id, epoch, sequence, previous, sealed)));
    }

    @PostMapping("/pairs/{pair}/preparation/removal")
    String remove(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        if (preparing.remove(pair, personOf(who)) == Answer.NOT_THEIRS) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        notice.show(flash, "vault.preparation.removed");
        return "redirect:/pairs/%s/preparation".formatted(pair);
    }

    /// An id that is taken: two devices at once, or somebody tries what ids there are, which are random.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Void> taken() {
        return ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    private static ResponseEntity<Void> told(Answer answer) {
        return switch (answer) {
            case KEPT -> ResponseEntity.noContent().build();
            case REFUSED -> ResponseEntity.status(HttpStatus.CONFLICT).build();
            case NOT_THEIRS -> throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        };
    }

    private static String personOf(SignedIn who) {
        var id = who.personId();
        if (id == null) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        return id;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Owners;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.Sessions;
import org.counterpart.identity.SignedInBy;
import org.counterpart.identity.passkey.OwnPasskeys;
import org.counterpart.identity.passkey.Passkey;
import org.counterpart.identity.passkey.SigningInByPasskey;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Scripted;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How somebody signs in. Ways in are added and removed only shortly after signing in, so that a device that was left
/// unlocked does not hand the account on (ASVS 7.5.1).
@Controller
@Access(Audience.SIGNED_IN)
public class OwnPasskeyPages {
    private static final String HERE = "redirect:/account/passkeys";

    private final OwnPasskeys passkeys;
    private final SigningInByPasskey byPasskey;
    private final Sessions sessions;
    private final Owners owners;
    private final BrowserCookie browser;
    private final DeviceName device;
    private final Notice notice;
    private final Clock clock;

    OwnPasskeyPages(
            OwnPasskeys passkeys,
            SigningInByPasskey byPasskey,
            Sessions sessions,
            Owners owners,
            BrowserCookie browser,
            DeviceName device,
            Notice notice,
            Clock clock) {
        this.passkeys = passkeys;
        this.byPasskey = byPasskey;
        this.sessions = sessions;
        this.owners = owners;
        this.browser = browser;
        this.device = device;
        this.notice = notice;
        this.clock = clock;
    }

    /// @param asked what the browser is to do: make a passkey where the session is fresh, else sign again with one
    /// @param fresh whether they signed in so lately that they may change something
    /// @param asleep whether they run the programmes, and this session is not proof enough for it
    /// @param kept whether the last one cannot be removed
    public record PasskeyPage(
            List<Passkey> passkeys,
            String asked,
            boolean fresh,
            boolean asleep,
            boolean kept,
            @Nullable PasskeyRefused refused)
            implements Scripted {}

    @GetMapping("/account/passkeys")
    String show(
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(who, Optional.empty(), model, request, response);
    }

    @PostMapping("/account/passkeys")
    String add(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String credential,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        var refused = passkeys.add(who, fresh(request, who), device.of(request), credential, browser.read(request));
        if (refused.isPresent()) {
            return page(who, refused, model, request, response);
        }
        notice.show(flash, "identity.passkeys.added");
        return HERE;
    }

    /// Shows once more that it is them, and begins a new session.
    @PostMapping("/account/confirmation")
    String confirm(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String credential,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (byPasskey.showAgain(credential, browser.read(request), who.accountId())) {
            case SigningInByPasskey.Shown shown -> {
                sessions.begin(request, shown.accountId(), SignedInBy.PASSKEY);
                yield HERE;
            }
            case SigningInByPasskey.Refused refused -> page(who, Optional.of(refused.why()), model, request, response);
        };
    }

    @PostMapping("/account/passkeys/{passkey}/name")
    String rename(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID passkey,
            @RequestParam String name,
            RedirectAttributes flash) {
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > Passkey.LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            notice.show(flash, "identity.passkeys.name.wrong");
        } else if (passkeys.rename(who, passkey, plain)) {
            notice.show(flash, "identity.passkeys.named", plain);
        } else {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        return HERE;
    }

    @PostMapping("/account/passkeys/{passkey}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID passkey,
            RedirectAttributes flash,
            HttpServletRequest request) {
        return switch (passkeys.remove(who, fresh(request, who), passkey)) {
            case REMOVED -> {
                notice.show(flash, "identity.passkeys.removed");
                yield HERE;
            }
            case LAST_OF_AN_OWNER -> {
                notice.show(flash, "identity.passkeys.last");
                yield HERE;
            }
            case NOT_FRESH -> HERE;
            case NONE_SUCH -> throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        };
    }

    /// Whether they showed a moment ago who they are. An owner shows it well enough for an owner, or a mailbox or a
    /// single factor of the provider would make a passkey, and with it an owner.
    private boolean fresh(HttpServletRequest request, SignedIn who) {
        return sessions.here(request)
                        .filter(session -> session.fresh(clock.instant()))
                        .isPresent()
                && (who.owner() || !owners.owns(who.accountId()));
    }

    private String page(
            SignedIn who,
            Optional<PasskeyRefused> refused,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refused.isPresent()) {
            response.setStatus(422);
        }
        boolean fresh = fresh(request, who);
        boolean owns = owners.ownsOrMay(who.accountId());
        var here = browser.readOrGive(request, response);
        var all = passkeys.of(who.accountId());
        model.addAttribute(
                "page",
                new PasskeyPage(
                        all,
                        fresh ? passkeys.ask(who, here) : byPasskey.askAgain(here, who.accountId()),
                        fresh,
                        owns && !who.owner(),
                        owns && all.size() == 1,
                        refused.orElse(null)));
        return "identity/passkeys";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.Secret;
import org.counterpart.identity.Sessions;
import org.counterpart.identity.SignedInBy;
import org.counterpart.identity.passkey.SettingUp;
import org.counterpart.identity.passkey.SettingUp.FirstOwner;
import org.counterpart.limits.Limit;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Scripted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Letting an owner in with a link that was printed where the server runs: they make a passkey here, and are in.
@Controller
@Access(Audience.ANYONE)
public class SetUpPages {
    private static final int LONGEST_NAME = 120;

    private final SettingUp settingUp;
    private final Sessions sessions;
    private final BrowserCookie browser;
    private final DeviceName device;

    SetUpPages(SettingUp settingUp, Sessions sessions, BrowserCookie browser, DeviceName device) {
        this.settingUp = settingUp;
        this.sessions = sessions;
        this.browser = browser;
        this.device = device;
    }

    /// What the first owner typed of themselves.
    public record Typed(String name, String email) {
        boolean nameWrong() {
            return name.isBlank()
                    || name.length() > LONGEST_NAME
                    || name.chars().anyMatch(Character::isISOControl);
        }

        boolean emailWrong() {
            return EmailAddress.read(email).isEmpty();
        }

        FirstOwner owner() {
            return new FirstOwner(EmailAddress.read(email).orElseThrow(), name.strip());
        }
    }

    /// @param asked what the browser is to make a passkey from
    /// @param again the name of an owner who comes in again; empty for the first one
    public record SetUpPage(
            String token,
            String asked,
            String again,
            String name,
            String email,
            boolean nameWrong,
            boolean emailWrong,
            @Nullable PasskeyRefused refused)
            implements Scripted {}

    @GetMapping("/set-up/{token}")
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return page(token, new Typed("", ""), false, null, model, request, response);
    }

    @PostMapping("/set-up/{token}")
    @Limit(times = 30, minutes = 10)
    String use(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String credential,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = new Secret(token);
        var typed = new Typed(name, email);
        boolean first = settingUp.offer(secret).orElseThrow(SetUpPages::notGood).owner() == null;
        if (first && (typed.nameWrong() || typed.emailWrong())) {
            return page(token, typed, true, null, model, request, response);
        }
        var outcome = settingUp.use(
                secret, first ? typed.owner() : null, device.of(request), credential, browser.read(request));
        return switch (outcome) {
            case SettingUp.Done done -> {
                sessions.begin(request, done.accountId(), SignedInBy.PASSKEY);
                yield "redirect:/programmes";
            }
            case SettingUp.Refused refused -> page(token, typed, true, refused.why(), model, request, response);
            case SettingUp.NoLink _ -> throw notGood();
        };
    }

    private String page(
            String token,
            Typed typed,
            boolean sent,
            @Nullable PasskeyRefused refused,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = settingUp.offer(new Secret(token)).orElseThrow(SetUpPages::notGood);
        var owner = offer.owner();
        if (sent) {
            response.setStatus(422);
        }
        model.addAttribute(
                "page",
                new SetUpPage(
                        token,
                        settingUp.ask(offer, browser.readOrGive(request, response)),
                        owner == null ? "" : owner.name(),
                        typed.name(),
                        typed.email(),
                        sent && owner == null && typed.nameWrong(),
                        sent && owner == null && typed.emailWrong(),
                        refused));
        return "identity/set-up";
    }

    private static NotFound notGood() {
        return new NotFound(AccessRefused.Why.LINK_NOT_GOOD);
    }
}

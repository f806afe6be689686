// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Secret;
import org.counterpart.identity.SessionVisitor;
import org.counterpart.identity.SigningIn;
import org.counterpart.limits.Limit;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asking for a link, and using it. Opening the link changes nothing, so that programs which look into mail cannot
/// spend it; the button on the page does.
@Controller
@Access(Audience.ANYONE)
public class SignInPages {
    private final SigningIn signingIn;
    private final BrowserCookie browser;

    SignInPages(SigningIn signingIn, BrowserCookie browser) {
        this.signingIn = signingIn;
        this.browser = browser;
    }

    /// @param typed what stands in the field
    /// @param wrong whether it is no address
    public record SignInPage(String typed, boolean wrong) {}

    /// @param token of the link; empty where it is used up or expired
    public record LinkPage(String token) {}

    @GetMapping("/sign-in")
    String show(Model model) {
        model.addAttribute("page", new SignInPage("", false));
        return "identity/sign-in";
    }

    @PostMapping("/sign-in")
    @Limit(times = 300, minutes = 10)
    String ask(@RequestParam String email, Model model, HttpServletRequest request, HttpServletResponse response) {
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new SignInPage(email, true));
            return "identity/sign-in";
        }
        signingIn.ask(address.get(), browser.readOrGive(request, response));
        return "redirect:/sign-in/sent";
    }

    @GetMapping("/sign-in/sent")
    String sent() {
        return "identity/sent";
    }

    @GetMapping("/sign-in/link/{token}")
    String open(@PathVariable String token, Model model) {
        model.addAttribute("page", new LinkPage(signingIn.open(new Secret(token)) ? token : ""));
        return "identity/link";
    }

    @PostMapping("/sign-in/link/{token}")
    @Limit(times = 300, minutes = 10)
    String use(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var who = signingIn.use(new Secret(token), browser.read(request).orElseGet(Secret::fresh));
        if (who.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new LinkPage(""));
            return "identity/link";
        }
        SessionVisitor.remember(request, who.get().accountId());
        return "redirect:/";
    }

    @PostMapping("/sign-out")
    String signOut(
            @AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (who != null) {
            signingIn.leave(who);
        }
        SessionVisitor.forget(request);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/sign-in";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.PasskeyRefused;
import org.counterpart.identity.Provider;
import org.counterpart.identity.Secret;
import org.counterpart.identity.SessionEnded;
import org.counterpart.identity.Sessions;
import org.counterpart.identity.SignedInBy;
import org.counterpart.identity.SigningIn;
import org.counterpart.identity.SingleSignOn;
import org.counterpart.identity.passkey.SigningInByPasskey;
import org.counterpart.limits.Limit;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Scripted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in: with a passkey, or by asking for a link and using it. Opening the link changes nothing, so that programs
/// which look into mail cannot spend it; the button on the page does.
@Controller
@Access(Audience.ANYONE)
public class SignInPages {
    private final SigningIn signingIn;
    private final SigningInByPasskey byPasskey;
    private final Sessions sessions;
    private final BrowserCookie browser;
    private final SingleSignOn signOn;

    SignInPages(
            SigningIn signingIn,
            SigningInByPasskey byPasskey,
            Sessions sessions,
            BrowserCookie browser,
            SingleSignOn signOn) {
        this.signingIn = signingIn;
        this.byPasskey = byPasskey;
        this.sessions = sessions;
        this.browser = browser;
        this.signOn = signOn;
    }

    /// @param asked what the browser is to sign
    /// @param refused why a passkey did not let them in
    /// @param mail whether links are mailed here
    /// @param typed what stands in the field for the address
    /// @param wrong whether it is no address
    /// @param providers with which people sign in, by short name
    public record SignInPage(
            String asked,
            @Nullable PasskeyRefused refused,
            boolean mail,
            String typed,
            boolean wrong,
            Map<String, Provider> providers)
            implements Scripted {}

    /// @param token of the link; empty where it is used up or expired
    public record LinkPage(String token) {}

    @GetMapping("/sign-in")
    String show(Model model, HttpServletRequest request, HttpServletResponse response) {
        return page(null, "", false, model, request, response);
    }

    @PostMapping("/sign-in/passkey")
    @Limit(times = 300, minutes = 10, each = 2)
    String enter(
            @RequestParam(defaultValue = "") String credential,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (byPasskey.show(credential, browser.read(request))) {
            case SigningInByPasskey.Shown shown -> {
                sessions.begin(request, shown.accountId(), SignedInBy.PASSKEY);
                yield "redirect:/";
            }
            case SigningInByPasskey.Refused refused -> page(refused.why(), "", false, model, request, response);
        };
    }

    @PostMapping("/sign-in")
    @Limit(times = 300, minutes = 10, each = 2)
    String ask(@RequestParam String email, Model model, HttpServletRequest request, HttpServletResponse response) {
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            return page(null, email, true, model, request, response);
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
    @Limit(times = 300, minutes = 10, each = 2)
    String use(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var who = signingIn.use(new Secret(token), browser.read(request).orElseGet(Secret::fresh));
        if (who.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new LinkPage(""));
            return "identity/link";
        }
        sessions.begin(request, who.get().accountId(), SignedInBy.MAILED_LINK);
        return "redirect:/";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, SessionEnded.Why.SIGNED_OUT);
        // With the storage go the keys that this browser has for what is sealed: a shared computer keeps none.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return "redirect:/sign-in";
    }

    private String page(
            @Nullable PasskeyRefused refused,
            String typed,
            boolean wrong,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refused != null || wrong) {
            response.setStatus(422);
        }
        var asked = byPasskey.ask(browser.readOrGive(request, response));
        model.addAttribute(
                "page", new SignInPage(asked, refused, signingIn.offered(), typed, wrong, signOn.provider()));
        return "identity/sign-in";
    }
}

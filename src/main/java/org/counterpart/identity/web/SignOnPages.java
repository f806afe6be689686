// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.identity.Provider;
import org.counterpart.identity.Sessions;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.identity.SignedInBy;
import org.counterpart.identity.SingleSignOn;
import org.counterpart.identity.signon.Answer;
import org.counterpart.identity.signon.SigningOn;
import org.counterpart.limits.Limit;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The way to a provider and back. Both are links, so that a provider's own start page can lead here; what comes back
/// counts only in the browser that went, once.
@Controller
@Access(Audience.ANYONE)
public class SignOnPages {
    private final HttpSessionOAuth2AuthorizationRequestRepository questions =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final SingleSignOn signOn;
    private final SigningOn signingOn;
    private final Sessions sessions;
    private final Notice notice;

    SignOnPages(SingleSignOn signOn, SigningOn signingOn, Sessions sessions, Notice notice) {
        this.signOn = signOn;
        this.signingOn = signingOn;
        this.sessions = sessions;
        this.notice = notice;
    }

    /// @param id of the provider, to try again
    /// @param name of the provider
    public record RefusedPage(String id, String name, SignOnRefusal.Kind kind) {}

    @GetMapping("/sign-in/with/{id}")
    @Limit(times = 300, minutes = 10, each = 2)
    String go(@PathVariable String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        var provider = provider(id);
        return switch (signingOn.begin(id, provider, request)) {
            case SigningOn.Begun(var question) -> {
                questions.saveAuthorizationRequest(question, request, response);
                yield "redirect:" + question.getAuthorizationRequestUri();
            }
            case SigningOn.Refused(var why) -> refused(id, provider, why, model, response);
        };
    }

    @GetMapping("/sign-in/from/{id}")
    @Limit(times = 300, minutes = 10, each = 2)
    String comeBack(
            @PathVariable String id,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String iss,
            @RequestParam @Nullable String error,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = provider(id);
        var question = questions.removeAuthorizationRequest(request, response);
        return switch (signingOn.arrive(id, provider, question, new Answer(code, state, iss, error))) {
            case SigningOn.Arrived arrived -> {
                sessions.begin(
                        request,
                        arrived.who().accountId(),
                        arrived.secondFactor() ? SignedInBy.PROVIDER_TWO_FACTORS : SignedInBy.PROVIDER);
                if (arrived.who().owner() && !arrived.secondFactor()) {
                    notice.show(flash, "identity.sso.one-factor", provider.name());
                    yield "redirect:/account/passkeys";
                }
                yield "redirect:/";
            }
            case SigningOn.Refused(var why) -> refused(id, provider, why, model, response);
        };
    }

    private Provider provider(String id) {
        return signOn.find(id).orElseThrow(NotFound::new);
    }

    private static String refused(
            String id, Provider provider, SignOnRefusal why, Model model, HttpServletResponse response) {
        response.setStatus(why.kind() == SignOnRefusal.Kind.UNREACHABLE ? 503 : 403);
        model.addAttribute("page", new RefusedPage(id, provider.name(), why.kind()));
        return "identity/refused";
    }
}

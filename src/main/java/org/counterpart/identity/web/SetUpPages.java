// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Secret;
import org.counterpart.identity.SessionVisitor;
import org.counterpart.identity.SettingUp;
import org.counterpart.limits.Limit;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Making the first owner with the link that the start printed.
@Controller
@Access(Audience.ANYONE)
public class SetUpPages {
    private static final int LONGEST_NAME = 120;

    private final SettingUp settingUp;

    SetUpPages(SettingUp settingUp) {
        this.settingUp = settingUp;
    }

    public record SetUpPage(String token, String name, String email, boolean nameWrong, boolean emailWrong) {}

    @GetMapping("/set-up/{token}")
    String show(@PathVariable String token, Model model) {
        if (!settingUp.open(new Secret(token))) {
            throw new NotFound(AccessRefused.Why.LINK_NOT_GOOD);
        }
        model.addAttribute("page", new SetUpPage(token, "", "", false, false));
        return "identity/set-up";
    }

    @PostMapping("/set-up/{token}")
    @Limit(times = 30, minutes = 10)
    String use(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean nameWrong = name.isBlank() || name.length() > LONGEST_NAME;
        var address = EmailAddress.read(email);
        if (nameWrong || address.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new SetUpPage(token, name, email, nameWrong, address.isEmpty()));
            return "identity/set-up";
        }
        SessionVisitor.remember(
                request,
                settingUp
                        .use(new Secret(token), address.get(), name.strip())
                        .orElseThrow(() -> new NotFound(AccessRefused.Why.LINK_NOT_GOOD)));
        return "redirect:/programmes";
    }
}

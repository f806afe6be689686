// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import org.counterpart.privacy.web.PrivacyPages.PrivacyPage;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What those who speak for the employees ask for before software is used: what is kept, who may do what, which figures
/// there are, and what to write into an agreement (L6). Made of the same declarations that the database is held to.
@Controller
@Access(Audience.AUDITOR)
public class WorksCouncilPages {
    private final PrivacyPages privacy;

    WorksCouncilPages(PrivacyPages privacy) {
        this.privacy = privacy;
    }

    @GetMapping("/works-council")
    String show(Model model) {
        model.addAttribute("page", new PrivacyPage(privacy.lines()));
        return "privacy/works-council";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.time.LocalDateTime;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.stereotype.Component;

/// What a mail about a call says, in the words in which its criteria were settled; the same for everyone, whether it is
/// mailed from here or copied into a mail of one's own.
@Component
public class CallText {
    private final Programmes programmes;
    private final CriteriaOfProgrammes criteria;
    private final Site site;

    CallText(Programmes programmes, CriteriaOfProgrammes criteria, Site site) {
        this.programmes = programmes;
        this.criteria = criteria;
        this.site = site;
    }

    public String link(UUID programmeId) {
        return site.link("/calls/" + programmeId);
    }

    public String subject(UUID programmeId, Texts texts) {
        return texts.say("enrolment.announce.mail.subject", name(programmeId));
    }

    /// Without anybody's name.
    public String body(UUID programmeId, Texts texts) {
        var settled = criteria.find(programmeId)
                .map(CriteriaOfProgrammes.Kept::criteria)
                .orElse(Criteria.NONE);
        var until = settled.closesAt() instanceof LocalDateTime at
                ? texts.say(
                        "programme.call.closes.at",
                        texts.day(at.toLocalDate()),
                        at.toLocalTime().toString(),
                        settled.zone().getId())
                : "";
        return texts.say(
                "enrolment.announce.mail.body",
                name(programmeId),
                settled.aim(),
                settled.whoMayApply(),
                until,
                link(programmeId));
    }

    private String name(UUID programmeId) {
        return programmes.find(programmeId).map(Programme::name).orElse("");
    }
}

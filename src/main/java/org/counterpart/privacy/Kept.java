// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Period;
import java.util.List;
import org.counterpart.web.Words;

/// For how long what a table says of people is kept. The pages tell it and [Retaining] does it, from one declaration.
public sealed interface Kept {
    /// In the words of whoever reads it.
    String in(Words words);

    /// Until something happens that ends it by itself.
    record Until(End end) implements Kept {
        @Override
        public String in(Words words) {
            return words.say("privacy.kept." + end);
        }
    }

    /// For a term, after which statements delete or empty it; running them again changes nothing. `:before` in them is
    /// the moment that the term ago was.
    record Term(Period length, Start after, List<String> then) implements Kept {
        @Override
        public String in(Words words) {
            var term = length.toTotalMonths() > 0
                    ? words.say("privacy.months", length.toTotalMonths())
                    : words.say("privacy.days", length.getDays());
            return words.say("privacy.term", term, words.say("privacy.after." + after));
        }
    }

    enum End {
        /// As long as the installation is used.
        INSTALLATION,
        /// The person is erased.
        ERASED,
        /// A link is used.
        USED,
        /// The session that it belongs to ends.
        SESSION
    }

    /// What a term is counted from.
    enum Start {
        ANSWER_DUE,
        DECIDED,
        DUTY_ENDED,
        EXPIRED,
        HAPPENED,
        PAIR_ENDED,
        PROGRAMME_STARTED,
        RUN,
        UPLOADED,
        WRITTEN
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.util.List;

/// What people of the made-up company offer and want. Mentors teach what leaders ask for, and the other way round.
final class Phrases {
    /// What colleagues early in the hierarchy can teach.
    static final List<String> FROM_MENTORS = List.of(
            "Using AI tools in daily work",
            "Checking what an AI tool made up",
            "Data visualisation",
            "Reading a dashboard critically",
            "Accessibility in everyday tools",
            "What new joiners really hear",
            "How hiring feels from the candidate’s side",
            "Inclusive language in meetings",
            "Working well in remote teams",
            "Short video for colleagues",
            "Social media without embarrassment",
            "Automating spreadsheets",
            "How customers complain online",
            "Low-code tools",
            "Sustainability in procurement",
            "Career paths beside management",
            "What keeps people from speaking up",
            "Chat instead of e-mail",
            "Designing a good survey",
            "Privacy in the tools we use");

    /// What leaders can give in return.
    static final List<String> FROM_MENTEES = List.of(
            "Presenting to a board",
            "Negotiating a budget",
            "How strategy is really decided",
            "Finding sponsors for an idea",
            "Leading without authority",
            "Reading a balance sheet",
            "Working with a works council",
            "Handling conflict in a team",
            "Getting known in other departments",
            "Managing a crisis",
            "Choosing between two careers",
            "Giving hard feedback kindly",
            "Hiring the first team",
            "Saying no upwards");

    /// Only two people of the company deal in these: a colleague and the manager at the top of their line.
    static final List<String> OF_ONE_MENTOR = List.of("Night shifts at the container terminal", "Trade-union history");

    static final List<String> OF_ONE_MENTEE = List.of("Chartering ships in winter", "Port tariffs in the Baltic");

    static final List<String> GOALS = List.of(
            "Understand how the other half of the company works.",
            "Build something small together that outlives the season.",
            "Learn one thing well enough to show it to others.",
            "Hear the truth early.");

    private Phrases() {}
}

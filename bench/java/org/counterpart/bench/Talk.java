// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// How a [Workforce] names itself and what it offers and wants: some topics are far more popular than others, each is
/// said in several ways, and some people add where they need it, so that a large workforce has thousands of phrases.
final class Talk {
    private static final List<String> GIVEN = List.of(
            "Ana", "Bilal", "Chen", "Dagny", "Emeka", "Farah", "Giulia", "Hiro", "Ines", "Jonas", "Kavya", "Lech",
            "Mina", "Noor", "Olu", "Petra", "Quentin", "Rosa", "Sven", "Tomoko", "Ugo", "Vera", "Wiktor", "Yasmin");
    private static final List<String> FAMILY = List.of(
            "Adeyemi",
            "Berg",
            "Costa",
            "Dvorak",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Haddad",
            "Ito",
            "Jansen",
            "Kowalski",
            "Lopez",
            "Mehta",
            "Novak",
            "Okafor",
            "Patel",
            "Rossi",
            "Schmidt",
            "Tanaka",
            "Ueda",
            "Vogel",
            "Wang");

    /// What the young are asked about, the most popular first.
    private static final List<String> NEW = List.of(
            "AI tools",
            "prompt writing",
            "social media",
            "data analysis",
            "inclusive language",
            "remote work",
            "short video",
            "cloud services",
            "podcasts",
            "automation",
            "user research",
            "cybersecurity",
            "mental health",
            "climate reporting",
            "gaming communities",
            "open source",
            "digital accessibility",
            "no-code apps",
            "e-commerce trends",
            "data privacy",
            "online learning",
            "chat etiquette",
            "photo editing",
            "blockchain basics",
            "spreadsheets",
            "survey design",
            "sustainability",
            "agile methods",
            "Python",
            "virtual reality");

    /// What the senior are asked about, the most popular first.
    private static final List<String> OLD = List.of(
            "leading teams",
            "negotiation",
            "career planning",
            "public speaking",
            "budgets",
            "strategy",
            "change",
            "customer relations",
            "hiring",
            "decision making",
            "conflict resolution",
            "board reporting",
            "project planning",
            "international assignments",
            "mergers",
            "contracts",
            "supply chains",
            "pricing",
            "works councils",
            "stakeholder management",
            "crisis communication",
            "safety culture",
            "lean production",
            "export rules",
            "tax",
            "investor relations",
            "quality audits",
            "patents",
            "procurement",
            "facilitation");

    private Talk() {}

    static String name(SplittableRandom random) {
        return GIVEN.get(random.nextInt(GIVEN.size())) + " " + FAMILY.get(random.nextInt(FAMILY.size()));
    }

    /// Two to four phrases, separated by semicolons.
    ///
    /// @param old whether they are of the topics that the senior are asked about
    static String phrases(SplittableRandom random, boolean old, String department) {
        var phrases = new LinkedHashSet<String>();
        int wanted = 2 + random.nextInt(3);
        while (phrases.size() < wanted) {
            double uniform = random.nextDouble();
            var topics = random.nextInt(10) == 0 == old ? NEW : OLD;
            phrases.add(said(topics.get((int) (topics.size() * uniform * uniform)), random, department));
        }
        return String.join(";", phrases);
    }

    private static String said(String topic, SplittableRandom random, String department) {
        return switch (random.nextInt(12)) {
            case 0 -> topic.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "how to do " + topic;
            case 2 -> "basics of " + topic;
            case 3 -> topic + " in " + department;
            case 4 -> "practical " + topic;
            case 5 -> topic + " for beginners";
            case 6 -> topic + " with " + FAMILY.get(random.nextInt(FAMILY.size())) + " " + (2000 + random.nextInt(26));
            default -> topic;
        };
    }
}

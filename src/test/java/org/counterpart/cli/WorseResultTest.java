// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterpart.matching.verifier.Verdict;
import org.counterpart.matching.verifier.Verifier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pairs that are allowed and not the best, with everything that follows from them, under any proof that can be
/// thought of: prices, amounts, denominators, surcharges and cases at random.
class WorseResultTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PEOPLE = List.of("a", "b", "c", "x", "y");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "most, a-x-5",
        "most, ''",
        "worst, a-y-2;b-x-4",
        "worst, a-x-5;b-y-1",
        "total, b-x-4;c-y-3",
        "total, x-c-2;a-y-2",
    })
    void no_proof_makes_a_worse_result_the_best(String stage, String pairs) throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var out = folder.resolve("out");
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,5\na,y,2\nb,x,4\nb,y,1\nc,y,3\nx,c,2\n");
        counterpart.run("match", "--edges", edges, "--out", out);
        var forgery = new Forgery(out);
        var root = worse(
                forgery,
                stage,
                pairs.replace('-', ',').replace(';', '\n').lines().toList());
        var random = new Random(11);
        for (int attempt = 0; attempt < 400; attempt++) {
            root.set(stage, cases(random));
            var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
            forgery.put("certificate.json", text.substring(0, text.length() - 2) + ",\n  \"seal\" : \"\"\n}\n");
            forgery.sealAgain();

            assertThat(Verifier.verify(out)).as(text).isInstanceOf(Verdict.Rejected.class);
        }
    }

    /// With true statements about all but one stage.
    private static ObjectNode worse(Forgery result, String stage, List<String> pairs) throws IOException {
        var left = new ArrayList<>(PEOPLE);
        long worst = pairs.isEmpty() ? 0 : Long.MAX_VALUE;
        long total = 0;
        var table = new StringBuilder("mentor,mentee,benefit,reasons\n");
        for (var pair : pairs) {
            table.append(pair).append(",why\n");
            var cells = pair.split(",");
            left.remove(cells[0]);
            left.remove(cells[1]);
            worst = Math.min(worst, Long.parseLong(cells[2]));
            total += Long.parseLong(cells[2]);
        }
        result.put("pairs.csv", table.toString());
        var rest = new StringBuilder("person,role,reason\n");
        left.forEach(person -> rest.append(person).append(",%s,why\n".formatted(role(person))));
        result.put("unmatched.csv", rest.toString());
        var root = (ObjectNode) JSON.readTree(result.text("certificate.json"));
        root.remove("seal");
        for (var part : List.of("objective", "free")) {
            root.putObject(part).put("pairs", pairs.size()).put("worst", worst).put("total", total);
        }
        root.putArray("goals").add(stage.equals("worst") ? "worst" : "total");
        if (stage.equals("most")) {
            root.set("total", JSON.createArrayNode().add(JSON.readTree("""
                    {"roles":{},"denominator":1,"per_pair":%d,"prices":{},"surcharges":[]}""".formatted(worst))));
        }
        return root;
    }

    private static String role(String person) {
        return switch (person) {
            case "a", "b" -> "mentor";
            case "y" -> "mentee";
            default -> "either";
        };
    }

    private static ArrayNode cases(Random random) {
        var cases = JSON.createArrayNode();
        if (random.nextBoolean()) {
            describe(cases.addObject(), JSON.createObjectNode(), random);
        } else {
            var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            describe(cases.addObject(), JSON.createObjectNode().put(person, "mentor"), random);
            describe(cases.addObject(), JSON.createObjectNode().put(person, "mentee"), random);
        }
        return cases;
    }

    private static void describe(ObjectNode each, ObjectNode roles, Random random) {
        each.set("roles", roles);
        each.put("impossible", random.nextInt(3) == 0);
        each.put("denominator", 1 + random.nextInt(2));
        each.put("per_pair", random.nextInt(13) - 4);
        var prices = each.putObject("prices");
        int most = 1 + random.nextInt(6);
        for (var person : PEOPLE) {
            prices.put(person, random.nextBoolean() ? 0 : random.nextInt(most));
        }
        var surcharges = each.putArray("surcharges");
        if (random.nextInt(3) == 0) {
            surcharges.addArray().add("a").add("x").add(random.nextInt(5));
        }
    }
}

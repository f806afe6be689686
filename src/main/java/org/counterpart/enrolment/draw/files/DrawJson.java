// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpart.enrolment.draw.ClosedList;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.Group;
import org.counterpart.enrolment.draw.Notice;
import org.counterpart.enrolment.draw.Place;
import org.counterpart.enrolment.draw.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// draw.json: everything that a draw needs to be repeated. The same draw gives the same bytes on any machine: one
/// line a group and one an applicant, ended by line feeds, and a digest of every byte before it.
final class DrawJson {
    static final String FORMAT = "counterpart-draw";
    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DrawJson() {}

    static byte[] of(Drawn drawn) {
        var text = new StringBuilder("{\n");
        head(drawn)
                .properties()
                .forEach(each -> text.append("  %s: %s,\n".formatted(quoted(each.getKey()), each.getValue())));
        lines(text, "groups", drawn.groups().stream().map(DrawJson::group).toList());
        lines(text, "applicants", drawn.places().stream().map(DrawJson::place).toList());
        return text.append("  \"digest\": \"%s\"\n}\n".formatted(digest(text)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode head(Drawn drawn) {
        var head = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        return notice(head, drawn.notice());
    }

    static ObjectNode notice(ObjectNode into, Notice notice) {
        into.put("seed", notice.secret().seed())
                .put("commitment", notice.commitment())
                .put("witness", notice.secret().witness());
        if (!notice.secret().source().isEmpty()) {
            into.put("witness_source", notice.secret().source());
        }
        into.set("places", places(notice.terms()));
        notice.terms().strata().forEach(into.putArray("strata")::add);
        return into.put("list", notice.listDigest()).put("root", notice.root());
    }

    private static ObjectNode places(Terms terms) {
        var places = JSON.createObjectNode();
        terms.pools()
                .forEach((pool, seats) -> places.putObject(pool.text())
                        .put("start", seats.start())
                        .put("reserve", seats.reserve()));
        return places;
    }

    static ObjectNode group(Group group) {
        var node = JSON.createObjectNode().put("pool", group.pool().text());
        group.stratum().forEach(node.putArray("stratum")::add);
        return node.put("applicants", group.applicants())
                .put("start", group.seats().start())
                .put("reserve", group.seats().reserve())
                .put("starts_to", group.startsTo())
                .put("reserve_to", group.reserveTo());
    }

    static ObjectNode place(Place place) {
        var applicant = place.applicant();
        var node = JSON.createObjectNode()
                .put("id", applicant.id())
                .put("role", applicant.side().text());
        applicant.stratum().forEach(node.putArray("stratum")::add);
        return node.put("word", applicant.word())
                .put("entry", ClosedList.entryOf(applicant))
                .put("pool", place.pool().text())
                .put("ticket", place.ticket())
                .put("list", place.outcome().text())
                .put("turn", place.turn());
    }

    private static void lines(StringBuilder text, String name, List<ObjectNode> nodes) {
        text.append(nodes.stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n    ", "  \"%s\": [\n    ".formatted(name), "\n  ],\n")));
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().stringNode(text).toString();
    }

    private static String digest(CharSequence text) {
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}

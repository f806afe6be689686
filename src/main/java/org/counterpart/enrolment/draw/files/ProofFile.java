// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.counterpart.enrolment.draw.Group;
import org.counterpart.enrolment.draw.Notice;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Place;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Proof;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.files.Stated.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What one applicant is given to check their place: the notice that everybody may see, their own place, and the path
/// between the two.
public final class ProofFile {
    private static final String FORMAT = "counterpart-draw-proof";

    private ProofFile() {}

    public static String of(Proof proof) {
        var json = Stated.JSON.createObjectNode().put("format", FORMAT).put("version", DrawJson.VERSION);
        DrawJson.notice(json.putObject("notice"), proof.notice())
                .put("applicants", proof.notice().applicants());
        json.set("place", DrawJson.place(proof.place()));
        json.set("group", DrawJson.group(proof.place().group()));
        json.put("salt", proof.salt()).put("leaf", proof.leaf());
        proof.path().forEach(json.putArray("path")::add);
        return json.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    /// Empty where it is no proof of this form.
    ///
    /// @throws IOException if the file cannot be read
    public static Optional<Proof> read(Path file) throws IOException {
        try {
            var json = Stated.JSON.readTree(Files.readAllBytes(file));
            return Stated.text(json, "format").equals(FORMAT) && Stated.number(json, "version") == DrawJson.VERSION
                    ? Optional.of(proof(json))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | Unreadable _) {
            return Optional.empty();
        }
    }

    private static Proof proof(JsonNode json) throws Unreadable {
        return new Proof(
                notice(json.path("notice")),
                place(json.path("place"), group(json.path("group"))),
                Stated.text(json, "salt"),
                Stated.number(json, "leaf"),
                Stated.texts(json, "path"));
    }

    private static Notice notice(JsonNode json) throws Unreadable {
        return new Notice(
                Stated.terms(json),
                Stated.number(json, "applicants"),
                Stated.text(json, "commitment"),
                Stated.text(json, "list"),
                Stated.secret(json),
                Stated.text(json, "root"));
    }

    private static Place place(JsonNode json, Group group) throws Unreadable {
        return new Place(
                Stated.applicant(json),
                group,
                Stated.text(json, "ticket"),
                Stated.named(json, "list", Outcome.values(), Outcome::text),
                Stated.number(json, "turn"));
    }

    private static Group group(JsonNode json) throws Unreadable {
        return new Group(
                Stated.named(json, "pool", Pool.values(), Pool::text),
                Stated.texts(json, "stratum"),
                Stated.number(json, "applicants"),
                new Seats(Stated.number(json, "start"), Stated.number(json, "reserve")),
                highest(json, "starts_to"),
                highest(json, "reserve_to"));
    }

    private static @Nullable String highest(JsonNode json, String name) throws Unreadable {
        return json.path(name).isNull() ? null : Stated.text(json, name);
    }
}

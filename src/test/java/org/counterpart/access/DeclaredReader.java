// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;

/// Reads what a comment says before its semicolon, such as `owner, and the other of a published pair`, as a condition
/// on
/// rows for somebody.
///
/// @param who null for a stranger
/// @param theirs condition that finds the rows that are about them, as the table declares it
record DeclaredReader(SignedIn who, String theirs) {
    private static final String OTHERS = """
            select case when mentor_id = :id then mentee_id else mentor_id end from pair \
            where :id in (mentor_id, mentee_id) and mentor_answer = 'ACCEPTED' and mentee_answer = 'ACCEPTED'""";

    String condition(String seenBy) {
        return Stream.of(seenBy.replaceAll(" \\(.*\\)", "").split(", and |, | and "))
                .map(reader -> "(" + rowsFor(reader) + ")")
                .collect(Collectors.joining(" or "));
    }

    Map<String, String> parameters() {
        return who == null
                ? Map.of("id", " ", "account", " ", "email", " ", "name", " ")
                : Map.of(
                        "id", who.personId() == null ? " " : who.personId(),
                        "account", who.accountId().toString(),
                        "email", who.email(),
                        "name", who.name());
    }

    /// What only the matching reads, and the other of a pair, is in no row for them: they get it from a query.
    private String rowsFor(String reader) {
        return switch (reader) {
            case "everyone", "everyone once published" -> "true";
            // Names of programmes are no secret, and the database shows them without asking for whom.
            case "everyone signed in" -> "true";
            case "owner", "the owner" -> String.valueOf(owner());
            case "owner for the programme", "the owners where it is the programme" ->
                owner() + " and matter = 'PROGRAMME'";
            case "auditor" -> audited();
            case "self",
                    "the person",
                    "the two",
                    "the two alone",
                    "the recipient",
                    "whom it names",
                    "whom a decision concerns" -> theirs;
            case "whoever wrote it" -> "inviter_id = :id";
            case "whom it invites" -> "invitee_id = :id";
            case "the mentor alone" -> "mentor_id = :id";
            case "the mentee alone" -> "mentee_id = :id";
            case "the other of their pair" -> "person_id in (" + OTHERS + ")";
            case "the other of a member's pair" ->
                "member_id in (select id from vault_member where person_id in (" + OTHERS + "))";
            case "the owners in total" -> "false";
            case "nobody", "the matching", "the pair once published" -> "false";
            case "the other of a published pair", "the other of a pair once both accepted" -> "false";
            case "the other of a published pair where it speaks for the pair" -> "false";
            default -> throw new AssertionError("“%s” is no reader that is known here.".formatted(reader));
        };
    }

    private boolean owner() {
        return who != null && who.owner();
    }

    private String audited() {
        var held = who == null
                ? Stream.<SignedIn.Held>of()
                : who.duties().stream().filter(each -> each.duty() == Duty.AUDITOR);
        return held.map(each ->
                        each.programmeId() == null ? "true" : "programme_id = '%s'".formatted(each.programmeId()))
                .reduce("false", (one, other) -> one + " or " + other);
    }
}

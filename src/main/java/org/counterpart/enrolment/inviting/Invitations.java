// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.enrolment.Role;
import org.counterpart.postgres.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Invitations as the two of each read them; owners get numbers.
@Repository
public class Invitations {
    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name of the inviter
    /// @param applied how many of those whom they invited have an application that counts
    public record Reach(String name, int invited, int applied) {}

    /// What somebody wrote for a call, in order.
    public List<Invitation> by(UUID programmeId, String inviterId) {
        return jdbc.sql(
                        "select * from invitation where programme_id = :programme and inviter_id = :person order by number")
                .param("programme", programmeId)
                .param("person", inviterId)
                .query(Invitations::invitation)
                .list();
    }

    /// What was written to somebody for a call, latest first.
    List<Invitation> to(UUID programmeId, String inviteeId) {
        return jdbc.sql("""
                        select * from invitation where programme_id = :programme and invitee_id = :person \
                        order by at desc, inviter_id""")
                .param("programme", programmeId)
                .param("person", inviteeId)
                .query(Invitations::invitation)
                .list();
    }

    /// How many each invited, and how many of those applied: whom, stays between the two.
    public List<Reach> reach(UUID programmeId) {
        return Acting.system(() -> jdbc.sql("""
                        select name, count(*) as invited, count(applied.person_id) as applied from invitation \
                        join person on id = inviter_id left join sign_up applied on applied.person_id = invitee_id \
                        and applied.programme_id = invitation.programme_id \
                        where invitation.programme_id = :programme group by inviter_id, name order by name, inviter_id""")
                .param("programme", programmeId)
                .query((row, _) -> new Reach(row.getString("name"), row.getInt("invited"), row.getInt("applied")))
                .list());
    }

    /// False where that address was invited by them already, or where they invited as many as one may.
    boolean add(Invitation invitation) {
        return jdbc.sql("""
                        insert into invitation (programme_id, inviter_id, number, invitee_id, address, signed_as, words, at) \
                        select :programme, :inviter, free, :invitee, :address, :signed, :words, :at from ( \
                        select min(free) as free from generate_series(1, :most) as free where free not in ( \
                        select number from invitation where programme_id = :programme and inviter_id = :inviter)) next \
                        where free is not null on conflict do nothing""")
                        .param("programme", invitation.programmeId())
                        .param("inviter", invitation.inviterId())
                        .param("invitee", invitation.inviteeId())
                        .param("address", invitation.address())
                        .param(
                                "signed",
                                invitation.signedAs().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("words", invitation.words())
                        .param("at", Timestamp.from(invitation.at()))
                        .param("most", Invitation.MOST)
                        .update()
                > 0;
    }

    /// Whom the roster has at an address. Asked by the program alone, and told to nobody.
    Optional<String> at(String address) {
        return jdbc.sql("select id from person where email = :address")
                .param("address", address)
                .query(String.class)
                .optional();
    }

    private static Invitation invitation(ResultSet row, int index) throws SQLException {
        return new Invitation(
                row.getObject("programme_id", UUID.class),
                row.getString("inviter_id"),
                row.getString("invitee_id"),
                row.getString("address"),
                Arrays.stream((String[]) row.getArray("signed_as").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("words"),
                row.getTimestamp("at").toInstant());
    }
}

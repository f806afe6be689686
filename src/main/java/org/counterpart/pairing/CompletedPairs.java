// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.util.Set;
import java.util.stream.Collectors;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.inviting.Experience;
import org.counterpart.postgres.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whoever was in a pair that both agreed to, and that stood when its programme ended or continued, completed it.
@Repository
class CompletedPairs implements Experience {
    private final JdbcClient jdbc;

    CompletedPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Role> of(String personId) {
        return Acting.system(
                () -> jdbc
                        .sql("""
                        select distinct case mentor_id when :person then 'MENTOR' else 'MENTEE' end as role from pair \
                        where :person in (mentor_id, mentee_id) and mentor_answer = 'ACCEPTED' \
                        and mentee_answer = 'ACCEPTED' and closed_at is null and exists (select from phase_change \
                        where phase_change.programme_id = pair.programme_id and phase in ('ENDED', 'CONTINUED'))""")
                        .param("person", personId)
                        .query((row, _) -> Role.valueOf(row.getString("role")))
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

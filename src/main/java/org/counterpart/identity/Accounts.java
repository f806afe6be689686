// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Everyone who can sign in. Whom the roster names goes by what stands there, and has no account without an address.
@Repository
public class Accounts {
    private static final String ALL = """
            select account.id, person_id, coalesce(person.email, account.email) as email, \
            coalesce(person.name, account.name) as name \
            from account left join person on person.id = person_id \
            where coalesce(person.email, account.email) is not null""";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(ALL + " and account.id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /// Those of them that there are, by id.
    public Map<UUID, Account> of(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(ALL + " and account.id in (:ids)").param("ids", ids).query(Accounts::account).list().stream()
                .collect(Collectors.toUnmodifiableMap(Account::id, account -> account));
    }

    /// How those of them are called whom anything names, by id; also without an address.
    public Map<UUID, String> names(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select account.id, coalesce(person.name, account.name) as name from account \
                        left join person on person.id = person_id where account.id in (:ids)""")
                .param("ids", ids)
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Those of them that are or were entrusted with something, by id.
    public Map<UUID, Account> entrusted(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(ALL + """
                         and account.id in (:ids) and exists (select from duty_grant \
                        where account_id = account.id and confirmed_at is not null)""").param("ids", ids).query(Accounts::account).list().stream()
                .collect(Collectors.toUnmodifiableMap(Account::id, account -> account));
    }

    /// Those of some people of the roster who have an account, by their ids there.
    public Set<String> amongPeople(Set<String> personIds) {
        return personIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select person_id from account where person_id in (:people)")
                        .param("people", personIds)
                        .query((row, _) -> row.getString("person_id"))
                        .list());
    }

    /// Whom mail to an address reaches. Whoever the roster names goes before somebody whom it does not.
    public Optional<Account> at(String email) {
        return jdbc.sql(ALL + " and coalesce(person.email, account.email) = :email order by person_id limit 1")
                .param("email", email)
                .query(Accounts::account)
                .optional();
    }

    /// Opens an account for a person on the roster, or for somebody else by address and name.
    ///
    /// @return its id; that of the account they have, if they have one
    public UUID open(@Nullable String personId, @Nullable String email, @Nullable String name, Instant since) {
        return open(UUID.randomUUID(), personId, email, name, since);
    }

    UUID open(UUID id, @Nullable String personId, @Nullable String email, @Nullable String name, Instant since) {
        jdbc.sql("""
                        insert into account (id, person_id, email, name, since) \
                        values (:id, :person, :email, :name, :since) on conflict do nothing""")
                .param("id", id)
                .param("person", personId)
                .param("email", email)
                .param("name", name)
                .param("since", Timestamp.from(since))
                .update();
        return jdbc.sql("select id from account where person_id = :person or email = :email")
                .param("person", personId)
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    boolean havePasskey(UUID id) {
        return jdbc.sql("select exists (select from passkey where account_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("person_id"),
                row.getString("email"),
                row.getString("name"));
    }
}

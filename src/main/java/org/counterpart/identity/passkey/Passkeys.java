// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AuthenticatorTransport;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All passkeys. Somebody who is signed in sees their own.
@Repository
class Passkeys {
    private static final String ALL = """
            select id, account_id, name, made_at, used_at, credential, counter, transports, backup_eligible, backed_up \
            from passkey""";

    private static final List<AuthenticatorTransport> TRANSPORTS = List.of(
            AuthenticatorTransport.INTERNAL,
            AuthenticatorTransport.HYBRID,
            AuthenticatorTransport.USB,
            AuthenticatorTransport.NFC,
            AuthenticatorTransport.BLE,
            AuthenticatorTransport.SMART_CARD);

    private final JdbcClient jdbc;
    private final PasskeyRow row = new PasskeyRow();

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passkey> of(UUID accountId) {
        return jdbc.sql(ALL + " where account_id = :account order by made_at, id")
                .param("account", accountId)
                .query(row)
                .list();
    }

    /// All of somebody, held until the transaction ends.
    List<Passkey> hold(UUID accountId) {
        return jdbc.sql(ALL + " where account_id = :account order by made_at, id for update")
                .param("account", accountId)
                .query(row)
                .list();
    }

    /// The one that a device knows by these bytes. Held until the transaction ends, so that its counter counts once.
    Optional<Passkey> holdKnownAs(byte[] credentialId) {
        return jdbc.sql(ALL + " where credential_id = :id for update")
                .param("id", credentialId)
                .query(row)
                .optional();
    }

    boolean knows(CredentialRecord credential) {
        return jdbc.sql("select count(*) from passkey where credential_id = :id")
                        .param("id", credential.getAttestedCredentialData().getCredentialId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(UUID id, UUID accountId, String name, CredentialRecord credential, Instant at) {
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, credential, name, made_at, counter, \
                        transports, backup_eligible, backed_up) values (:id, :account, :known, :credential, :name, :at, \
                        :counter, :transports, :eligible, :backed)""")
                .param("id", id)
                .param("account", accountId)
                .param("known", credential.getAttestedCredentialData().getCredentialId())
                .param("credential", PasskeyRow.bytes(credential))
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("counter", credential.getCounter())
                .param("transports", transports(credential.getTransports()))
                .param("eligible", Boolean.TRUE.equals(credential.isBackupEligible()))
                .param("backed", Boolean.TRUE.equals(credential.isBackedUp()))
                .update();
    }

    void used(UUID id, long counter, boolean backedUp, Instant at) {
        jdbc.sql("update passkey set counter = :counter, backed_up = :backed, used_at = :at where id = :id")
                .param("id", id)
                .param("counter", counter)
                .param("backed", backedUp)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @return whether they have such a one
    boolean rename(UUID accountId, UUID id, String name) {
        return jdbc.sql("update passkey set name = :name where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", accountId)
                        .param("name", name)
                        .update()
                > 0;
    }

    void remove(UUID id) {
        jdbc.sql("delete from passkey where id = :id").param("id", id).update();
    }

    /// Those that Web Authentication names; a browser may name none, and anybody may name anything.
    private static String[] transports(@Nullable Set<AuthenticatorTransport> told) {
        return TRANSPORTS.stream()
                .filter(each -> told != null && told.contains(each))
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new);
    }
}

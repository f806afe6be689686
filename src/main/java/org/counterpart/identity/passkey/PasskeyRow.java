// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;

/// Reads a passkey from its row. What the maker of a device attested is neither asked for nor kept.
final class PasskeyRow implements RowMapper<Passkey> {
    private static final AttestedCredentialDataConverter CREDENTIALS =
            new AttestedCredentialDataConverter(new ObjectConverter());

    static byte[] bytes(CredentialRecord credential) {
        return CREDENTIALS.convert(credential.getAttestedCredentialData());
    }

    @Override
    public Passkey mapRow(ResultSet row, int index) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getTimestamp("made_at").toInstant(),
                used == null ? null : used.toInstant(),
                credential(row));
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getLong("counter"),
                CREDENTIALS.convert(row.getBytes("credential")),
                null,
                null,
                null,
                Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::create)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

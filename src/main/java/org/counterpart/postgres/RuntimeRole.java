// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/// The role by which the program works, apart from the one that owns the tables and migrates them: row-level security
/// holds for it, and it can neither change the tables nor the rules.
public record RuntimeRole(String name, String password) {
    private static final String NAME = "counterpart_app";

    /// Makes the role where it is missing, and gives it a fresh password.
    ///
    /// @param url of a database of the server, where `user` may make roles
    public static RuntimeRole make(String url, String user, String password) {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var fresh = HexFormat.of().formatHex(secret);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%s') then create role %1$s; end if;
                    end $$""".formatted(NAME));
            statement.execute(
                    "alter role %s login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '%s'"
                            .formatted(NAME, fresh));
        } catch (SQLException broken) {
            throw new IllegalStateException("The role " + NAME + " could not be made.", broken);
        }
        return new RuntimeRole(NAME, fresh);
    }
}

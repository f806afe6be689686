// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that tell the database, in each transaction anew, who is [Acting]. Nothing of it outlasts the
/// transaction, so the next one to get the connection from the pool inherits nothing.
final class ActingConnections extends DelegatingDataSource {
    ActingConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ActingConnection.around(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ActingConnection.around(super.getConnection(user, password));
    }
}

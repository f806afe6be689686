// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// One connection of [ActingConnections]. It is always inside a transaction, since only there can a setting be local;
/// where its user has not begun one, each statement is committed when it has run, as JDBC promises.
final class ActingConnection implements InvocationHandler {
    private final Connection connection;
    private boolean committing = true;

    /// Whom this transaction was told about; null at its start.
    private @Nullable Acting told;

    private ActingConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return (Connection) Proxy.newProxyInstance(
                ActingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ActingConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        var arguments = given == null ? new Object[0] : given;
        return switch (method.getName()) {
            case "getAutoCommit" -> committing;
            case "setAutoCommit" -> begin((Boolean) arguments[0]);
            case "commit", "rollback" -> end(method, arguments);
            case "close" -> close();
            case "createStatement", "prepareStatement", "prepareCall" -> statement(method, arguments);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(connection, method, arguments);
        };
    }

    private @Nullable Object begin(boolean commitEach) throws SQLException {
        if (commitEach && !committing) {
            connection.commit();
            told = null;
        }
        committing = commitEach;
        return null;
    }

    private @Nullable Object end(Method method, Object[] arguments) throws Throwable {
        // Back to a savepoint is not the end.
        told = arguments.length == 0 ? null : told;
        return call(connection, method, arguments);
    }

    private @Nullable Object close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
        return null;
    }

    private Object statement(Method method, Object[] arguments) throws Throwable {
        tell();
        var statement = (Statement) java.util.Objects.requireNonNull(call(connection, method, arguments));
        var kind = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                ActingConnection.class.getClassLoader(), new Class<?>[] {kind}, (_, each, given) -> {
                    boolean runs = each.getName().startsWith("execute");
                    if (runs) {
                        tell();
                    }
                    var result = call(statement, each, given);
                    if (runs && committing) {
                        connection.commit();
                        told = null;
                    }
                    return result;
                });
    }

    private void tell() throws SQLException {
        var now = Acting.now();
        if (!now.equals(told)) {
            try (var settings = connection.prepareStatement("""
                    select set_config('counterpart.acting', ?, true), set_config('counterpart.person', ?, true), \
                    set_config('counterpart.account', ?, true)""")) {
                settings.setString(1, now.role().name());
                settings.setString(2, now.personId() == null ? "" : now.personId());
                settings.setString(
                        3, now.accountId() == null ? "" : now.accountId().toString());
                settings.execute();
            }
            told = now;
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/// What each request asks the database, in order: every statement that is run, and where a transaction ends. What runs
/// on other threads is not the request's.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Statements extends OncePerRequestFilter implements BeanPostProcessor {
    /// Of one request.
    record Asked(String request, List<String> statements) {}

    private static final ScopedValue<List<String>> NOW = ScopedValue.newInstance();

    private final List<Asked> requests = new ArrayList<>();
    private int running;

    /// Of all requests since it was last asked. A browser may have its page a moment before the request is over.
    synchronized List<Asked> take() {
        try {
            while (running > 0) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        var taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    private synchronized void begin() {
        running++;
    }

    private synchronized void end(Asked asked) {
        requests.add(asked);
        running--;
        notifyAll();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        begin();
        var statements = new ArrayList<String>();
        try {
            ScopedValue.where(NOW, statements).<@Nullable Object, Exception>call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception never) {
            throw new ServletException(never);
        } finally {
            end(new Asked(request.getMethod() + " " + request.getRequestURI(), List.copyOf(statements)));
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Watched(database) : bean;
    }

    private static final class Watched extends DelegatingDataSource {
        Watched(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watched(Connection.class, super.getConnection(), "");
        }
    }

    private static <T> T watched(Class<T> kind, T watched, String sql) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (_, method, given) -> {
            var prepared = given != null && given[0] instanceof String text ? text : sql;
            var name = method.getName();
            if (NOW.isBound() && (name.startsWith("execute") || name.equals("commit") || name.equals("rollback"))) {
                NOW.get().add(name + " " + prepared);
            }
            var result = call(watched, method, given);
            return result instanceof PreparedStatement statement
                    ? watched(PreparedStatement.class, statement, prepared)
                    : result;
        }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}

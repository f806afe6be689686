// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.sql.SQLException;
import org.counterpart.web.CannotStart;
import org.counterpart.web.Saying;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/// Why the program could not start.
final class Starting {
    private Starting() {}

    /// The sentence meant for people, where the cause has one; otherwise the failure goes on as a bug.
    static Saying obstacle(RuntimeException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof CannotStart cannot) {
                return cannot.why();
            }
        }
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof PortInUseException taken) {
                return Saying.of("cli.serve.port-taken", taken.getPort());
            }
            if (each instanceof SQLException unreachable) {
                return Saying.of("cli.serve.database", String.valueOf(unreachable.getMessage()));
            }
            if (each instanceof ConfigurationPropertiesBindException) {
                return Saying.of(
                        "cli.serve.setting",
                        String.valueOf(
                                NestedExceptionUtils.getMostSpecificCause(each).getMessage()));
            }
        }
        throw failed;
    }
}

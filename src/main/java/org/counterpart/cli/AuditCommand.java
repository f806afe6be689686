// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `audit`: what can be done with the audit log.
@Command(name = "audit", mixinStandardHelpOptions = true, subcommands = AuditVerifyCommand.class)
final class AuditCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return Main.BAD_INPUT;
    }
}

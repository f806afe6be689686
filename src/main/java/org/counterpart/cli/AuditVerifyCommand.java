// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.counterpart.audit.verifier.Anchors;
import org.counterpart.audit.verifier.LogVerifier;
import org.counterpart.audit.verifier.Verdict;
import org.counterpart.audit.verifier.Verdict.Broken;
import org.counterpart.audit.verifier.Verdict.Whole;
import org.counterpart.postgres.Visit;
import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `audit verify`: whether the audit log is as it was written, and which event is the first that is not.
@Command(name = "verify", mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
    private static final String NO_SUCH_TABLE = "42P01";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data")
    private @Nullable Path data;

    @Option(names = "--database", defaultValue = "${env:COUNTERPART_DB_URL}")
    private @Nullable String database;

    @Option(names = "--user", defaultValue = "${env:COUNTERPART_DB_USER}")
    private @Nullable String user;

    @Option(names = "--anchors", defaultValue = "${env:COUNTERPART_AUDIT_ANCHORS}")
    private @Nullable Path anchors;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        var console = new Console(line.getOut(), line.getErr());
        var now = Clock.systemUTC().instant();
        try {
            // Before the log, so that every event that they name is there already.
            var against = anchors();
            try (var visit = visit()) {
                return told(LogVerifier.verify(visit.connection(), against, now), console);
            }
        } catch (IOException disk) {
            console.tell("cli.audit.anchors", anchorsFile().toString(), console.cause(disk));
        } catch (CannotStart cannot) {
            console.remark(cannot.why());
        } catch (SQLException broken) {
            if (NO_SUCH_TABLE.equals(broken.getSQLState())) {
                console.tell("cli.audit.no-log");
            } else {
                console.tell("cli.audit.database", String.valueOf(broken.getMessage()));
            }
        }
        return Main.BAD_INPUT;
    }

    private Visit visit() throws SQLException {
        return database != null && data == null
                ? Visit.to(database, user, System.getenv("COUNTERPART_DB_PASSWORD"))
                : Visit.toOurs(folder());
    }

    private Path folder() {
        return data == null ? Path.of("data") : data;
    }

    private Path anchorsFile() {
        return anchors == null ? folder().resolve("anchors/audit.log") : anchors;
    }

    /// Where nobody named a file, that there is none is for the verdict to say.
    private Anchors anchors() throws IOException {
        return anchors == null && Files.notExists(anchorsFile()) ? Anchors.none() : Anchors.read(anchorsFile());
    }

    private int told(Verdict verdict, Console console) {
        var answer = JsonMapper.builder().build().createObjectNode();
        return switch (verdict) {
            case Whole(long events, int lines, long unanchored, long past) -> {
                answer.put("verified", true)
                        .put("events", events)
                        .put("anchors", lines)
                        .put("unanchored", unanchored)
                        .put("past", past);
                if (json) {
                    console.say(answer.toString());
                } else {
                    console.answer("cli.audit.yes", console.words().say("audit.whole", events));
                    if (past > 0) {
                        console.answer("audit.whole.past", past);
                    }
                    console.answer("audit.whole.anchors", lines);
                    console.answer("audit.whole.unanchored", unanchored);
                }
                yield 0;
            }
            case Broken(var fault, long first, long last, var anchored) -> {
                var reason = console.words()
                        .say("audit.fault." + fault, first, last, last - first, String.valueOf(anchored));
                answer.put("verified", false)
                        .put("fault", fault.name())
                        .put("first", first)
                        .put("last", last)
                        .put("reason", reason);
                if (json) {
                    console.say(answer.toString());
                } else {
                    console.answer("cli.audit.no", reason);
                }
                yield Main.NO;
            }
        };
    }
}

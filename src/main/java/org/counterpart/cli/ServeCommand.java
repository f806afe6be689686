// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.counterpart.Application;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Starts the server and runs until it is told to stop.
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port")
    private int port = 8080;

    @Option(names = "--data")
    private @Nullable Path data;

    @Option(names = "--demo")
    private boolean demonstration;

    @Option(names = "--recover", paramLabel = "EMAIL")
    private String recover = "";

    private final Words words = new CommandWords();

    @Override
    public Integer call() throws InterruptedException {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        if (port < 1 || port > 65_535) {
            line.getErr().println(words.say("cli.serve.port", port));
            return Main.BAD_INPUT;
        }
        var folder = data != null ? data : Path.of(demonstration ? "data-demo" : "data");
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(Map.of(
                "server.port", port,
                "counterpart.data", folder.toString(),
                "counterpart.site.demonstration", demonstration,
                "counterpart.sign-in.recover", recover));
        try {
            application.run();
        } catch (RuntimeException failed) {
            line.getErr().println(Starting.obstacle(failed).in(words));
            return Main.BAD_INPUT;
        }
        line.getOut().println(words.say("cli.serve.ready", port));
        new CountDownLatch(1).await();
        return 0;
    }
}

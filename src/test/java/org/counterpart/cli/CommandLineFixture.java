// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder to work in and what the last command said.
final class CommandLineFixture {
    final Path folder;
    String out = "";
    String err = "";

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    int run(Object... arguments) {
        var said = new StringWriter();
        var warned = new StringWriter();
        var words = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        int code = Main.run(words, new PrintWriter(said, true), new PrintWriter(warned, true));
        out = said.toString();
        err = warned.toString();
        return code;
    }
}

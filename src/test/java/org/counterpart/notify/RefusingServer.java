// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A mail server that takes no mail for anybody, and says for whom.
final class RefusingServer implements AutoCloseable {
    private final ServerSocket end = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    RefusingServer() throws IOException {
        Thread.startVirtualThread(() -> {
            while (!end.isClosed()) {
                try (var caller = end.accept()) {
                    talk(caller);
                } catch (IOException over) {
                    // The next one, if there is one.
                }
            }
        });
    }

    int port() {
        return end.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    private static void talk(Socket caller) throws IOException {
        var said = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        var answers = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8);
        answer(answers, "220 refusing.example");
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            answer(
                    answers,
                    line.startsWith("RCPT")
                            ? "550 5.1.1 " + line.substring(line.indexOf('<')) + " User unknown"
                            : line.startsWith("EHLO") ? "250 SMTPUTF8" : "250 OK");
        }
    }

    private static void answer(Writer answers, String line) throws IOException {
        answers.write(line + "\r\n");
        answers.flush();
    }
}

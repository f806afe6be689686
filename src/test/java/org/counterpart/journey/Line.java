// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to another server that can be cut and mended again.
final class Line implements AutoCloseable {
    private final InetSocketAddress to;
    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Line(InetSocketAddress to) throws IOException {
        this.to = to;
        Thread.startVirtualThread(this::answer);
    }

    int port() {
        return end.getLocalPort();
    }

    /// Whatever is on its way is lost, and nobody gets through.
    void cut() {
        cut = true;
        open.forEach(Line::hangUp);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        end.close();
        open.forEach(Line::hangUp);
    }

    private void answer() {
        while (!end.isClosed()) {
            try {
                var caller = end.accept();
                if (cut) {
                    hangUp(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException closed) {
                // Nobody calls any more.
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        var called = new Socket(to.getAddress(), to.getPort());
        open.add(caller);
        open.add(called);
        pass(caller, called);
        pass(called, caller);
    }

    private void pass(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException over) {
                // Either end hung up.
            } finally {
                open.remove(from);
                hangUp(from);
                hangUp(to);
            }
        });
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Which is what was asked for.
        }
    }
}

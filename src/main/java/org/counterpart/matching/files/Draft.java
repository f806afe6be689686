// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A result while it is written, in a folder beside its own, which it becomes in one move. However the program ends,
/// its own folder holds the earlier result or the new one; what is left beside it by a program that was killed goes
/// when the next one begins. One program at a time writes there.
final class Draft implements AutoCloseable {
    private final Path folder;
    private final Path draft;
    private final Path earlier;
    private final Path lock;
    private final FileChannel held;
    private final List<String> names = new ArrayList<>();
    private final Thread stopping = new Thread(this::takeAway);
    private boolean open = true;

    private Draft(Path folder, Path lock, FileChannel held) {
        this.folder = folder;
        this.draft = beside(folder, "unfinished");
        this.earlier = beside(folder, "earlier");
        this.lock = lock;
        this.held = held;
    }

    /// Null while another run writes there.
    static @Nullable Draft of(Path result) throws IOException {
        var folder = Files.exists(result)
                ? result.toRealPath()
                : result.toAbsolutePath().normalize();
        Files.createDirectories(folder.getParent());
        var lock = beside(folder, "lock");
        var held =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (held.tryLock() != null && Files.exists(lock)) {
                var draft = new Draft(folder, lock, held);
                draft.begin();
                return draft;
            }
        } catch (OverlappingFileLockException _) {
            held.close();
            return null;
        } catch (IOException broken) {
            held.close();
            throw broken;
        }
        held.close();
        return null;
    }

    private static Path beside(Path folder, String what) {
        return folder.resolveSibling(".%s.%s".formatted(folder.getFileName(), what));
    }

    private void begin() throws IOException {
        if (Files.exists(earlier) && !Files.exists(folder)) {
            Files.move(earlier, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        remove(earlier);
        remove(draft);
        Files.createDirectory(draft);
        Runtime.getRuntime().addShutdownHook(stopping);
    }

    synchronized OutputStream open(String name) throws IOException {
        names.add(name);
        return Files.newOutputStream(draft.resolve(name), StandardOpenOption.CREATE_NEW);
    }

    /// Puts it in the place of what was there.
    synchronized void finish() throws IOException {
        if (!open) {
            return;
        }
        for (var name : names) {
            try (var channel = FileChannel.open(draft.resolve(name), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        if (Files.exists(folder) && !setAside()) {
            fill();
            return;
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        remove(earlier);
    }

    /// A folder on a disk of its own cannot be moved.
    private boolean setAside() throws IOException {
        try {
            Files.move(folder, earlier, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException _) {
            return false;
        } catch (FileSystemException busy) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw busy;
        }
    }

    /// The certificate goes first and comes last, so that what is between never verifies.
    private void fill() throws IOException {
        Files.deleteIfExists(folder.resolve("certificate.json"));
        for (var old : ResultFolder.OURS) {
            if (!names.contains(old)) {
                Files.deleteIfExists(folder.resolve(old));
            }
        }
        for (var name : names) {
            Files.move(draft.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        takeAway();
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException _) {
            // The program is stopping, and the hook has done it already.
            return;
        }
    }

    private synchronized void takeAway() {
        if (!open) {
            return;
        }
        open = false;
        try {
            remove(draft);
            Files.deleteIfExists(lock);
            held.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A result of ours; anything else in there stops it.
    private static void remove(Path result) throws IOException {
        if (Files.exists(result)) {
            for (var name : ResultFolder.OURS) {
                Files.deleteIfExists(result.resolve(name));
            }
            Files.delete(result);
        }
    }
}

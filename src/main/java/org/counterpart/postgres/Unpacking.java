// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Lays the binaries out beside the data, in a draft folder that gets its name when it is complete.
final class Unpacking {
    private Unpacking() {}

    static void unpack(InputStream packed, Path target) throws IOException {
        var draft = target.resolveSibling(target.getFileName() + "-draft");
        Trees.delete(draft);
        Files.createDirectories(draft);
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, draft);
            }
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft) throws IOException {
        var place = draft.resolve(entry.getName()).normalize();
        if (!place.startsWith(draft)) {
            throw new IOException("The archive entry %s leads outside.".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}

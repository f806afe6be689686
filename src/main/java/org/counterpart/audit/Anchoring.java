// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.counterpart.audit.verifier.Anchor;
import org.counterpart.postgres.Acting;
import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Writes the end of the log to a file outside the database, so that whoever rewrites the log has to reach both. At
/// least once a minute where something is new, once an hour where nothing is, and when the program stops.
@Component
class Anchoring {
    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final AuditLog log;
    private final Path file;
    private @Nullable Anchor last;

    Anchoring(
            AuditLog log, @Value("${counterpart.audit.anchors:${counterpart.data:data}/anchors/audit.log}") Path file) {
        this.log = log;
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(this.file.getParent()));
            append(torn() ? "\n" : "");
        } catch (IOException unwritable) {
            throw new CannotStart("audit.anchors.unwritable", file.toString(), String.valueOf(unwritable.getMessage()));
        }
    }

    @PreDestroy
    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    synchronized void anchor() {
        try {
            var newest = Acting.system(log::newest);
            if (newest.isPresent() && isNew(newest.get())) {
                append(newest.get().line() + "\n");
                last = newest.get();
            }
        } catch (IOException unwritable) {
            LOG.error("The audit log could not be anchored in {}.", file, unwritable);
        }
    }

    private boolean isNew(Anchor newest) {
        return last == null
                || newest.number() != last.number()
                || !newest.writtenAt().isBefore(last.writtenAt().plus(AGAIN));
    }

    /// On the disk when it returns; a file system that only lets files grow will do.
    private void append(String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Whether a crash left half a line, which has to stay one of its own.
    private boolean torn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            var end = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(end, channel.size() - 1) == 1 && end.get(0) != '\n';
        }
    }
}

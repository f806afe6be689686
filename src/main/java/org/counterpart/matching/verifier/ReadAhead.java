// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Takes rows out of a reader on a thread of its own, a few thousand ahead: unpacking and parsing a long table takes
/// about as long as checking it, and there is more than one processor.
final class ReadAhead<T> implements AutoCloseable {
    private static final int ROWS = 1_024;
    private static final int BATCHES = 8;

    private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;

    /// @param broken what reading ended with; the rows before it are whole
    private record Batch<T>(List<T> rows, @Nullable RuntimeException broken) {}

    ReadAhead(Iterator<T> rows) {
        reader = Thread.ofPlatform().daemon().name("read-ahead").start(() -> readAll(rows));
    }

    /// @return the next rows; none once there are no more
    List<T> next() {
        try {
            var batch = batches.take();
            if (batch.broken() != null) {
                if (!batch.rows().isEmpty()) {
                    batches.add(new Batch<>(List.of(), batch.broken()));
                    return batch.rows();
                }
                throw batch.broken();
            }
            return batch.rows();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading.", stopped);
        }
    }

    private void readAll(Iterator<T> rows) {
        try {
            List<T> some;
            do {
                some = new ArrayList<>(ROWS);
                RuntimeException broken = fill(some, rows);
                batches.put(new Batch<>(some, broken));
                if (broken != null) {
                    return;
                }
            } while (!some.isEmpty());
        } catch (InterruptedException _) {
            // Nobody reads on.
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable RuntimeException fill(List<T> some, Iterator<T> rows) {
        try {
            while (some.size() < ROWS && rows.hasNext()) {
                some.add(rows.next());
            }
            return null;
        } catch (RuntimeException broken) {
            return broken;
        }
    }

    /// Whoever reads on is stopped, so that the file can be closed.
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Work that can take minutes and writes nothing. It is given up when the program stops, which would otherwise wait
/// for it; what asks for it keeps nothing then.
@Component
class LongWork {
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /// @throws java.util.concurrent.CancellationException if the program stops meanwhile
    <T> T done(Supplier<T> work) {
        var thread = Thread.currentThread();
        working.add(thread);
        try {
            if (stopping) {
                thread.interrupt();
            }
            return work.get();
        } finally {
            working.remove(thread);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        working.forEach(Thread::interrupt);
    }
}

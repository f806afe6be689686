// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.counterpart.bench.Engine.Answer;

/// One engine on one instance in a process of its own, so that its memory and its start can be read off the process.
/// Prints one [Run].
final class Contest {
    private static final int MOST_ROUNDS = 40;
    private static final long WARM_NANOSECONDS = 4_000_000_000L;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Contest() {}

    /// @param arguments engine, family, people a side
    public static void main(String[] arguments) throws IOException {
        var engine = Engine.valueOf(arguments[0]);
        engine.load();
        long before = resident("VmRSS");
        var instance = Instance.of(arguments[1], Integer.parseInt(arguments[2]));
        long work = SYSTEM.getProcessCpuTime();
        long started = System.nanoTime();
        var answer = engine.answer(instance);
        double first = (System.nanoTime() - started) / 1e6;
        double processor = (SYSTEM.getProcessCpuTime() - work) / 1e6;
        long grown = (resident("VmHWM") - before) / 1024;
        double warm = answer == Answer.NONE ? first : warm(engine, instance, first);
        System.out.println(new Run(
                        answer.pairs(),
                        answer.total(),
                        first,
                        processor,
                        warm,
                        grown,
                        instance.edges().size())
                .line());
    }

    private static double warm(Engine engine, Instance instance, double first) {
        var times = new double[MOST_ROUNDS];
        times[0] = first;
        int rounds = 1;
        long begun = System.nanoTime();
        while (rounds < MOST_ROUNDS && System.nanoTime() - begun < WARM_NANOSECONDS - first * 1e6) {
            long started = System.nanoTime();
            engine.answer(instance);
            times[rounds++] = (System.nanoTime() - started) / 1e6;
        }
        return Run.median(Arrays.copyOfRange(times, rounds / 2, rounds));
    }

    /// In kilobytes; 0 where the system does not say.
    private static long resident(String field) throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (var line : Files.readAllLines(status)) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.counterpart.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The button that finds the pairs, pressed by people who close the browser, by two at once, and while everything
/// is killed or stopped: a run is there whole or not at all, and their numbers have no gap.
class KilledWhileMatchingTest {
    private static final Pattern RUN = Pattern.compile("/matching/runs/([0-9a-f-]{36})/publication");

    @Test
    void a_run_is_there_whole_or_not_at_all(@TempDir Path data) throws Exception {
        var server = KilledServer.start(data.resolve("data"));
        try {
            var programme = found(
                    "/programmes/[0-9a-f-]{36}",
                    server.owner().open("/programmes").text());
            int runs = runs(server.owner(), programme);
            for (int delay : new int[] {1, 40, 250}) {
                closeWhileMatching(server.owner(), programme, delay);
            }
            runs = wholeRuns(server.owner(), programme, runs, runs + 3);

            var both = List.of(server.owner(), server.owner());
            both.forEach(owner -> owner.open(programme + "/matching"));
            CompletableFuture.allOf(both.stream()
                            .map(owner -> CompletableFuture.runAsync(() -> owner.press(programme + "/matching/runs")))
                            .toArray(CompletableFuture[]::new))
                    .join();
            runs = wholeRuns(server.owner(), programme, runs + 2, runs + 2);

            for (int delay : new int[] {5, 120}) {
                var pressing = press(server.owner(), programme);
                TimeUnit.MILLISECONDS.sleep(delay);
                server.kill();
                pressing.exceptionally(_ -> null).join();
                server.startAgain();
                runs = wholeRuns(server.owner(), programme, runs, runs + 1);
            }
            var pressing = press(server.owner(), programme);
            server.stop();
            pressing.exceptionally(_ -> null).join();
            server.startAgain();
            runs = wholeRuns(server.owner(), programme, runs, runs + 1);

            server.owner().press(programme + "/matching/runs");
            wholeRuns(server.owner(), programme, runs + 1, runs + 1);
        } finally {
            server.stop();
        }
    }

    private static CompletableFuture<Void> press(Reader owner, String programme) {
        owner.open(programme + "/matching");
        return CompletableFuture.runAsync(() -> owner.press(programme + "/matching/runs"));
    }

    private static void closeWhileMatching(Reader owner, String programme, int delay) throws InterruptedException {
        owner.open(programme + "/matching");
        var pressing = Thread.ofVirtual().start(() -> {
            try {
                owner.press(programme + "/matching/runs");
            } catch (IllegalStateException closed) {
                Thread.currentThread().interrupt();
            }
        });
        TimeUnit.MILLISECONDS.sleep(delay);
        pressing.interrupt();
        pressing.join();
        TimeUnit.SECONDS.sleep(2);
    }

    /// How many runs there are, at least and at most so many, numbered without a gap, the last with all its pairs.
    private static int wholeRuns(Reader owner, String programme, int least, int most) {
        int runs = runs(owner, programme);
        assertThat(runs).isBetween(least, most);
        if (runs > 0) {
            var page = owner.open(programme + "/matching").text();
            assertThat(RUN.matcher(page).find()).isTrue();
            assertThat(page).contains("Publish 32 pairs");
        }
        return runs;
    }

    private static int runs(Reader owner, String programme) {
        var numbers = Pattern.compile("Run (\\d+)")
                .matcher(owner.open(programme + "/matching").text())
                .results()
                .map(each -> Integer.parseInt(each.group(1)))
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        return numbers.size();
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).describedAs(pattern).isTrue();
        return found.group();
    }
}

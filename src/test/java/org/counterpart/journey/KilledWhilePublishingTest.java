// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills everything while a run is being published, a little later each time, until one publication survived.
class KilledWhilePublishingTest {
    private static final int PAIRS = 32;
    private static final int[] DELAYS = {1, 15, 40, 90, 400};

    @Test
    @Asvs("2.3.3")
    void a_run_is_published_whole_or_not_at_all_and_its_mail_is_written_once(@TempDir Path data) throws Exception {
        var server = KilledServer.start(data.resolve("data"));
        try {
            var owner = server.owner();
            var programme =
                    found("/programmes/[0-9a-f-]{36}", owner.open("/programmes").text());
            owner.press(programme + "/matching/runs");
            long before = mails(owner);
            boolean published = false;
            for (int delay : DELAYS) {
                if (!published) {
                    killWhilePublishing(server, programme, delay);
                    published = publishedWhole(server.owner(), programme, before);
                }
            }
            if (!published) {
                var again = server.owner();
                again.press(form(again, programme));
            }
            server.kill();
            server.startAgain();
            assertThat(publishedWhole(server.owner(), programme, before)).isTrue();
        } finally {
            server.stop();
        }
    }

    private static void killWhilePublishing(KilledServer server, String programme, int delay)
            throws IOException, InterruptedException {
        var owner = server.owner();
        var form = form(owner, programme);
        var publishing = CompletableFuture.runAsync(() -> owner.press(form));
        TimeUnit.MILLISECONDS.sleep(delay);
        server.kill();
        publishing.exceptionally(_ -> null).join();
        server.startAgain();
    }

    private static String form(Reader owner, String programme) {
        return found(
                programme + "/matching/runs/[0-9a-f-]{36}/publication",
                owner.open(programme + "/matching").text());
    }

    /// Either every pair and both mails of each are there, or none of them.
    private static boolean publishedWhole(Reader owner, String programme, long before) {
        long pairs = count(
                "Waiting for answers</span>", owner.open(programme + "/pairs").text());
        assertThat(mails(owner)).isEqualTo(before + 2 * pairs);
        assertThat(pairs).isIn(0L, (long) PAIRS);
        return pairs > 0;
    }

    private static long mails(Reader owner) {
        return count("<a href=\"/mailbox/", owner.open("/mailbox").text());
    }

    private static long count(String words, String text) {
        return Pattern.compile(Pattern.quote(words)).matcher(text).results().count();
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).describedAs(pattern).isTrue();
        return found.group();
    }
}

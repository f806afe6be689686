// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.counterpart.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The zip that an auditor takes of a draw.
class DrawFilesTest extends DrawScene {
    @Autowired
    private Doors doors;

    @LocalServerPort
    private int port;

    @Test
    void its_files_are_dated_by_the_draw_whatever_the_machine_says_and_however_late_somebody_takes_them()
            throws IOException {
        var call = crowded();
        // A year in which no machine that runs this is, and a second in which zip files can be dated.
        clock.pass(Duration.ofDays(20_000).plusMinutes(3));
        drawn(call);
        var at = requireNonNull(draws.find(call.programme).orElseThrow().held()).at();
        entrust("ana@council.example", call, true);

        var first = taken(call);
        clock.pass(Duration.ofDays(1));
        var later = taken(call);

        assertThat(later).isEqualTo(first);
        var drawnAt = LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        assertThat(dates(first))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy((name, date) -> assertThat(date).describedAs(name).isEqualTo(drawnAt));
    }

    private byte[] taken(Call call) {
        return doors.reader(port, "ana@council.example")
                .download("/programmes/%s/draw/result.zip".formatted(call.programme))
                .body();
    }

    private static TreeMap<String, LocalDateTime> dates(byte[] zip) throws IOException {
        var dates = new TreeMap<String, LocalDateTime>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = files.getNextEntry(); each != null; each = files.getNextEntry()) {
                dates.put(each.getName(), each.getTimeLocal());
            }
        }
        return dates;
    }
}

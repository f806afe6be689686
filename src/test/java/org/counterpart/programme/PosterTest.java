// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Decoded by another library than the one that draws it.
@CounterpartTest
class PosterTest {
    private static final Pattern DARK = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    private Reader olga;
    private final UUID programme = UUID.randomUUID();

    @BeforeEach
    void a_draft() {
        programmes.start(new Programme(programme, "Pilot für alle", 20, SettableClock.START));
        olga = doors.owner(port);
        olga.open("/programmes/" + programme + "/criteria");
        olga.press("/programmes/" + programme + "/criteria", Settled.but());
    }

    @Test
    void a_telephone_reads_the_address_of_the_call_from_it() throws ReaderException {
        assertThat(read(modules(poster()))).isEqualTo("http://localhost/calls/" + programme);
    }

    @Test
    void quiet_surrounds_the_code_so_that_it_is_found() throws ReaderException {
        var svg = Jsoup.parse(poster().text()).select("svg");
        int side = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);

        assertThat(DARK.matcher(svg.select("path").attr("d")).results()).allSatisfy(dark -> {
            assertThat(Integer.parseInt(dark.group(1))).isBetween(4, side - 5);
            assertThat(Integer.parseInt(dark.group(2))).isBetween(4, side - 5);
        });
        assertThat(svg.attr("aria-label")).isNotBlank();
    }

    @Test
    void a_code_with_a_corner_torn_off_is_read_and_one_that_is_half_gone_is_not() throws ReaderException {
        var torn = modules(poster());
        torn.setRegion(torn.getWidth() - 5, torn.getHeight() - 5, 5, 5);
        var gone = modules(poster());
        gone.setRegion(0, 0, gone.getWidth() / 2, gone.getHeight());

        assertThat(read(torn)).endsWith(programme.toString());
        assertThatThrownBy(() -> read(gone)).isInstanceOf(ReaderException.class);
    }

    @Test
    void it_says_what_the_call_says_and_the_address_to_copy() {
        var poster = poster();

        assertThat(poster.says("Pilot für alle")).isTrue();
        assertThat(poster.says("Leaders learn what new colleagues know.")).isTrue();
        assertThat(poster.says("31 January 2027, 17:00, by the clock of Europe/Lisbon"))
                .isTrue();
        assertThat(poster.says(">http://localhost/calls/" + programme + "</code>"))
                .isTrue();
        assertThat(poster.says("The call is not open yet")).isTrue();
    }

    private Reader.Page poster() {
        return olga.open("/calls/" + programme + "/poster");
    }

    /// What stands on the paper, without the quiet around it.
    private static BitMatrix modules(Reader.Page page) {
        var svg = Jsoup.parse(page.text()).select("svg");
        int side = Integer.parseInt(svg.attr("viewBox").toLowerCase(Locale.ROOT).split(" ")[2]) - 8;
        var modules = new BitMatrix(side);
        DARK.matcher(svg.select("path").attr("d"))
                .results()
                .forEach(dark -> modules.set(Integer.parseInt(dark.group(1)) - 4, Integer.parseInt(dark.group(2)) - 4));
        return modules;
    }

    private static String read(BitMatrix modules) throws ReaderException {
        return new Decoder().decode(modules).getText();
    }
}

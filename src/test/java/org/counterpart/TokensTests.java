// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Contrast is a property of the palette (WCAG 2.2, 1.4.3 and 1.4.11): text 4.5, bounds of controls and focus 3.
class TokensTests {
    private static final List<String> GROUNDS = List.of("canvas", "surface", "sunken");

    @Test
    void text_can_be_read_on_every_ground_in_both_themes() throws IOException {
        for (var palette : palettes()) {
            for (var ground : GROUNDS) {
                for (var text :
                        List.of("ink", "muted", "accent", "positive", "caution", "negative", "mentor", "mentee")) {
                    assertThat(contrast(palette, text, ground))
                            .describedAs(text + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @Test
    void a_word_can_be_read_on_its_own_soft_ground() throws IOException {
        for (var palette : palettes()) {
            for (var text : List.of("accent", "positive", "caution", "negative", "mentor", "mentee")) {
                assertThat(contrast(palette, text, text + "-soft"))
                        .describedAs(text)
                        .isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(palette, "ink", text + "-soft"))
                        .describedAs(text)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(palette, "on-accent", "accent")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette, "on-accent", "accent-hover")).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void bounds_of_controls_and_the_focus_ring_can_be_seen() throws IOException {
        for (var palette : palettes()) {
            for (var ground : GROUNDS) {
                assertThat(contrast(palette, "edge", ground)).isGreaterThanOrEqualTo(3);
                assertThat(contrast(palette, "focus", ground)).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void no_colour_is_written_outside_the_tokens() throws IOException {
        for (var file : List.of("base.css", "components.css", "matching.css")) {
            assertThat(Files.readString(css(file))).describedAs(file).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgb");
        }
    }

    private static List<Map<String, String>> palettes() throws IOException {
        var light = new HashMap<String, String>();
        var dark = new HashMap<String, String>();
        Pattern.compile("--([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\)")
                .matcher(Files.readString(css("tokens.css")))
                .results()
                .forEach(found -> {
                    light.put(found.group(1), found.group(2));
                    dark.put(found.group(1), found.group(3));
                });
        return List.of(light, dark);
    }

    private static Path css(String file) {
        return Path.of("src", "main", "resources", "static", "css", file);
    }

    private static double contrast(Map<String, String> palette, String one, String other) {
        double a = luminance(Objects.requireNonNull(palette.get(one), one));
        double b = luminance(Objects.requireNonNull(palette.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

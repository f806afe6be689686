// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.enrolment.draw.Applying.SECRET;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What was worked out by hand in another language, from docs/methods/draw.md alone.
class KnownDrawTest {
    @Test
    void for_everyone() {
        var applicants = List.of(
                of("é", Side.ANY, "Leeds", "wren"),
                of("Z", Side.ANY, "Leeds", "owl"),
                of("N-4", Side.ANY, "Gdańsk", "鶴"),
                of("N-3", Side.ANY, "Gdańsk", "żuraw"),
                of("N-2", Side.ANY, "Leeds", ""),
                of("N-1", Side.ANY, "Leeds", "tern"));

        var drawn = Applying.drawn(applicants, Terms.of(new Seats(2, 1), "site"), SECRET);

        assertThat(drawn.list().digest()).isEqualTo("a8cd06730aafec73ac504ba3d0442fdd38c39612ac1484526def9c27cbd08d18");
        assertThat(drawn.notice().root()).isEqualTo("b902b80e4423a93679c12da11afe7d1a32d6e3242e9caa9bc97c0ce68d3ee674");
        assertThat(drawn.places())
                .extracting(KnownDrawTest::told)
                .containsExactly(
                        "N-1 comparison everyone 0 acedd93200c4c73ef068d0ffbfac6c4279f9f11489ba627d22b37a3f4500880f",
                        "N-2 start_now everyone 0 9ec670f0257b01aa513b6d4587fa97b6a4a58402394a3f8b92aebbb45e0a7f2e",
                        "N-3 start_now everyone 0 4799279d52d8f849ee867e0414a7f1067ba53c7316622092fc04dc42dc0d2230",
                        "N-4 comparison everyone 0 5baee758ca264c5ca77ef793aa9d43ba6c544f208d4450445ddaffb4aa1797f4",
                        "Z reserve everyone 1 a63ba95fe54c2acd6dda19e3bdafa169a218fd26a0994c8780863a96221fcefa",
                        "é comparison everyone 0 f43612931e3678e9a66cd03d167f49e6020fc5bb756e329ffe66206c1d9899fa");
    }

    @Test
    void by_role() {
        var applicants = List.of(
                of("é", Side.EITHER, "Leeds", "wren"),
                of("Z", Side.MENTEE, "Leeds", "owl"),
                of("N-4", Side.MENTOR, "Gdańsk", "鶴"),
                of("N-3", Side.MENTEE, "Gdańsk", "żuraw"),
                of("N-2", Side.EITHER, "Leeds", ""),
                of("N-1", Side.MENTOR, "Leeds", "tern"));

        var drawn = Applying.drawn(applicants, Terms.byRole(new Seats(1, 1), new Seats(2, 0), "site"), SECRET);

        assertThat(drawn.list().digest()).isEqualTo("d2cf92db3e509865cb2b0e43460ed6ba04a5530220aa6a74e9f4816c8edb9c00");
        assertThat(drawn.notice().root()).isEqualTo("107ee3cbbf15a53cd819d2c7ab5f60758708bc0e27af15c09a1bc03a820766da");
        assertThat(drawn.places())
                .extracting(KnownDrawTest::told)
                .containsExactly(
                        "N-1 start_now mentor 0 ba980d7f2e9d74d3376387287bcfa80c9675ca54790506a66bebb90576932c0e",
                        "N-2 comparison mentee 0 e2bfc7d45ca4da95559bd59dbbba1c0f1cfe109fe86f5c06203aad2ee6f55c30",
                        "N-3 start_now mentee 0 d0c9ff232ad0bea52f78aa24a5c6f4db33e8adae3468f34c2cfc37c5fe84e3fb",
                        "N-4 reserve mentor 1 7aed7912d2bd8a13517e6a6080313eb9731bcfd214523e38bcb2a6d6f3952303",
                        "Z comparison mentee 0 d40bcddf79c08d61b415d7855cb5874732ca1fb97cee003e30c07b8ce07e26dc",
                        "é start_now mentee 0 880bd9225efc5915435f5121bc2a6a4251570031cf3ddd1972dbf15c0c838c6d");
    }

    private static Applicant of(String id, Side side, String site, String word) {
        return new Applicant(id, side, List.of(site), word);
    }

    private static String told(Place place) {
        return "%s %s %s %d %s"
                .formatted(
                        place.applicant().id(),
                        place.outcome().text(),
                        place.pool().text(),
                        place.turn(),
                        place.ticket());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PicksTest {
    private final Library library = Library.shipped();

    @Test
    void every_topic_that_can_be_picked_is_what_its_own_name_is_about() {
        var reader = new Reader(library);

        assertThat(library.picks().values().stream()
                        .flatMap(List::stream)
                        .filter(pick -> reader.read(pick).topics().stream()
                                .map(library::topic)
                                .noneMatch(topic ->
                                        List.of(topic.name(), topic.phrase()).contains(pick))))
                .isEmpty();
    }

    @Test
    void they_come_in_groups_with_names_and_none_is_private() {
        assertThat(library.picks().keySet()).startsWith("Work as it is", "Joining, staying, leaving", "Inclusion");
        assertThat(library.picks().values()).allMatch(topics -> topics.size() > 2);
        assertThat(library.picks().values().stream().mapToInt(List::size).sum()).isLessThan(library.size());
    }
}

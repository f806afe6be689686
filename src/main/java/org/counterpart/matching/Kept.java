// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.List;
import org.counterpart.matching.LeftOut.Why;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Evidence and reasons as the text in which they are kept, so that a pair is explained later exactly as it was
/// decided.
public final class Kept {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private Kept() {}

    public static String text(List<Evidence> evidence) {
        return JSON.writerFor(EVIDENCE).writeValueAsString(evidence);
    }

    public static List<Evidence> evidence(String text) {
        return JSON.readValue(text, EVIDENCE);
    }

    static String text(Why why) {
        return JSON.writerFor(Why.class).writeValueAsString(why);
    }

    static Why why(String text) {
        return JSON.readValue(text, Why.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.counterpart.enrolment.draw.Applicant;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.enrolment.draw.Side;
import org.counterpart.enrolment.draw.Terms;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a draw.json says of a draw, none of it believed yet.
///
/// @param json all of it
record Stated(JsonNode json, Terms terms, Secret secret, List<Applicant> applicants) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// It is no draw.json that this program could have written.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String what) {
            super(what);
        }
    }

    static Stated read(byte[] bytes) throws Unreadable {
        try {
            var json = JSON.readTree(bytes);
            if (!text(json, "format").equals(DrawJson.FORMAT) || number(json, "version") != DrawJson.VERSION) {
                throw new Unreadable("format");
            }
            return new Stated(json, terms(json), secret(json), applicants(json));
        } catch (JacksonException _) {
            throw new Unreadable("JSON");
        } catch (IllegalArgumentException _) {
            throw new Unreadable("places");
        }
    }

    String text(String name) throws Unreadable {
        return text(json, name);
    }

    static Secret secret(JsonNode json) throws Unreadable {
        return new Secret(
                text(json, "seed"),
                text(json, "witness"),
                json.has("witness_source") ? text(json, "witness_source") : "");
    }

    static Terms terms(JsonNode json) throws Unreadable {
        var pools = new TreeMap<Pool, Seats>();
        for (var pool : Pool.values()) {
            var seats = json.path("places").path(pool.text());
            if (seats.isObject()) {
                pools.put(pool, new Seats(number(seats, "start"), number(seats, "reserve")));
            }
        }
        return new Terms(pools, texts(json, "strata"));
    }

    private static List<Applicant> applicants(JsonNode json) throws Unreadable {
        var applicants = new ArrayList<Applicant>();
        for (var each : json.path("applicants")) {
            applicants.add(applicant(each));
        }
        return applicants;
    }

    static Applicant applicant(JsonNode json) throws Unreadable {
        return new Applicant(
                text(json, "id"),
                named(json, "role", Side.values(), Side::text),
                texts(json, "stratum"),
                text(json, "word"));
    }

    /// The one of a kind that is called what stands there.
    static <T> T named(JsonNode json, String name, T[] kind, Function<T, String> called) throws Unreadable {
        var text = text(json, name);
        return Arrays.stream(kind)
                .filter(each -> called.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new Unreadable(name));
    }

    static String text(JsonNode node, String name) throws Unreadable {
        if (node.path(name).isString()) {
            return node.path(name).stringValue();
        }
        throw new Unreadable(name);
    }

    static int number(JsonNode node, String name) throws Unreadable {
        if (node.path(name).canConvertToInt() && node.path(name).isIntegralNumber()) {
            return node.path(name).intValue();
        }
        throw new Unreadable(name);
    }

    static List<String> texts(JsonNode node, String name) throws Unreadable {
        var array = node.path(name);
        if (!array.isArray() || StreamSupport.stream(array.spliterator(), false).anyMatch(each -> !each.isString())) {
            throw new Unreadable(name);
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}

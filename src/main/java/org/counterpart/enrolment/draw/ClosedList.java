// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The applicants and the terms as they are when the call closes. Its digest can be published then, before anybody
/// who knows the seed could still gain by changing an applicant, a stratum, a word or the places.
public final class ClosedList {
    private static final String FORMAT = "counterpart-draw-1";
    private static final HexFormat HEX = HexFormat.of();

    private final Terms terms;
    private final List<Applicant> applicants;
    private final byte[] digest;

    private ClosedList(Terms terms, List<Applicant> applicants, byte[] digest) {
        this.terms = terms;
        this.applicants = applicants;
        this.digest = digest;
    }

    static ClosedList of(List<Applicant> applicants, Terms terms) {
        var sorted = applicants.stream().sorted(byId()).toList();
        var parts = new ArrayList<byte[]>();
        parts.add(Hashing.fields(head(terms, sorted.size())));
        sorted.forEach(each -> parts.add(entry(each)));
        return new ClosedList(terms, sorted, Hashing.sha256(parts.toArray(byte[][]::new)));
    }

    /// By the bytes of the id, which is the order of Unicode and not of any language.
    private static Comparator<Applicant> byId() {
        return Comparator.comparing(each -> each.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    }

    private static List<String> head(Terms terms, int applicants) {
        var head = new ArrayList<String>();
        head.add(FORMAT);
        head.add(Integer.toString(terms.pools().size()));
        terms.pools().forEach((pool, seats) -> {
            head.add(pool.text());
            head.add(Integer.toString(seats.start()));
            head.add(Integer.toString(seats.reserve()));
        });
        head.add(Integer.toString(terms.strata().size()));
        head.addAll(terms.strata());
        head.add(Integer.toString(applicants));
        return head;
    }

    private static byte[] entry(Applicant applicant) {
        var texts = new ArrayList<>(
                List.of("entry", applicant.id(), applicant.side().text(), applicant.word()));
        texts.addAll(applicant.stratum());
        return Hashing.sha256(Hashing.fields(texts));
    }

    /// What an applicant gave, in one number.
    public static String entryOf(Applicant applicant) {
        return HEX.formatHex(entry(applicant));
    }

    public Terms terms() {
        return terms;
    }

    /// By id.
    public List<Applicant> applicants() {
        return applicants;
    }

    public String digest() {
        return HEX.formatHex(digest);
    }

    /// The key of a draw: neither who chose the seed nor who gave a word could know it alone.
    static byte[] key(Secret secret, String listDigest) {
        return Hashing.sha256(Hashing.fields(List.of("key", secret.seed(), listDigest, secret.witness())));
    }

    /// Hides leaves of the tree from everyone who does not have the whole list, words included.
    Lots salts() {
        var texts = new ArrayList<String>();
        texts.add("salts");
        for (var each : applicants) {
            texts.addAll(List.of(each.id(), each.word()));
        }
        return new Lots(Hashing.sha256(Hashing.fields(texts)));
    }
}

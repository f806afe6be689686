// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Applicants to draw from.
final class Applying {
    static final Secret SECRET = new Secret("a seed of forty characters, known to few", "kingfisher");

    private Applying() {}

    static Applicant at(String site, String id) {
        return new Applicant(id, Side.ANY, List.of(site), "word of " + id);
    }

    static Applicant as(Side side, String id) {
        return new Applicant(id, side, List.of(), "word of " + id);
    }

    /// So many at each site, in turn Leeds, Aarhus, Gdańsk and so on.
    static List<Applicant> at(int... sizes) {
        var names = List.of("Leeds", "Aarhus", "Gdańsk", "Oslo", "京都");
        var applicants = new ArrayList<Applicant>();
        for (int site = 0; site < sizes.length; site++) {
            for (int each = 0; each < sizes[site]; each++) {
                applicants.add(at(names.get(site), names.get(site) + each));
            }
        }
        return applicants;
    }

    static List<Applicant> as(int mentors, int mentees, int either) {
        var applicants = new ArrayList<Applicant>();
        for (int each = 0; each < mentors + mentees + either; each++) {
            var side = each < mentors ? Side.MENTOR : each < mentors + mentees ? Side.MENTEE : Side.EITHER;
            applicants.add(as(side, "%s-%d".formatted(side.text(), each)));
        }
        return applicants;
    }

    static Terms bySite(int start, int reserve) {
        return Terms.of(new Seats(start, reserve), "site");
    }

    static Drawn drawn(List<Applicant> applicants, Terms terms, Secret secret) {
        var drawing = Draw.of(applicants, terms, secret);
        assertThat(drawing).isInstanceOf(Drawn.class);
        return (Drawn) drawing;
    }

    static List<String> ids(List<Place> places) {
        return places.stream().map(place -> place.applicant().id()).toList();
    }
}

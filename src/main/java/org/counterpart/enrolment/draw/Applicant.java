// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.text.Normalizer;
import java.util.List;

/// One applicant as the draw knows them; texts are stripped and in Unicode's composed form (NFC), so that one text is
/// one however it was typed.
///
/// @param stratum one value for each column that the terms stratify by
/// @param word what the applicant gives to the draw, known to few; empty where they gave none
public record Applicant(String id, Side side, List<String> stratum, String word) {
    public Applicant {
        id = composed(id);
        stratum = stratum.stream().map(Applicant::composed).toList();
        word = composed(word);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}

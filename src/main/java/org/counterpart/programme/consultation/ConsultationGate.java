// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Gate;
import org.counterpart.programme.Phase;
import org.counterpart.programme.consultation.Voice.Part;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;

/// No call before at least three people who took part in earlier programmes were heard, mentors and mentees, and
/// every pitfall that they named has its answer (R63). Hearing nothing but praise is no consultation.
@Component
public class ConsultationGate implements Gate {
    static final int FEWEST = 3;

    private final Consultations consultations;

    ConsultationGate(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Saying> missing(UUID programmeId, Phase phase) {
        return phase == Phase.CONSULTED || phase == Phase.OPEN ? missing(consultations.of(programmeId)) : List.of();
    }

    /// What is missing of a consultation.
    public static List<Saying> missing(List<Voice> voices) {
        var missing = new ArrayList<Saying>();
        if (voices.size() < FEWEST) {
            missing.add(Saying.of("programme.consultation.missing.voices", FEWEST - voices.size()));
        }
        for (var part : Part.values()) {
            if (voices.stream().noneMatch(voice -> voice.part() == part)) {
                missing.add(Saying.of("programme.consultation.missing." + part));
            }
        }
        var pitfalls =
                voices.stream().flatMap(voice -> voice.pitfalls().stream()).toList();
        long unanswered =
                pitfalls.stream().filter(pitfall -> pitfall.answer() == null).count();
        if (pitfalls.isEmpty()) {
            missing.add(Saying.of("programme.consultation.missing.pitfalls"));
        }
        if (unanswered > 0) {
            missing.add(Saying.of("programme.consultation.missing.answers", unanswered));
        }
        return missing;
    }
}

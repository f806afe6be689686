// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// The first stage: learn from those who did it before. Once the call is out, it is over.
@Component
class ConsultationStage implements Stage {
    private final Consultations consultations;
    private final Phases phases;

    ConsultationStage(Consultations consultations, Phases phases) {
        this.consultations = consultations;
        this.phases = phases;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var voices = consultations.of(programmeId);
        var state = ConsultationGate.missing(voices).isEmpty()
                ? State.DONE
                : phases.of(programmeId).beforeTheCall() ? State.OPEN : State.LATER;
        return new Standing(1, "programme.consultation.stage", state, List.of(voices.size()), "/consultation");
    }
}

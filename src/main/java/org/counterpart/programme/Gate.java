// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.List;
import java.util.UUID;
import org.counterpart.web.Saying;

/// What has to be done before a programme may go on. Everything that is missing is told at once.
public interface Gate {
    /// What is missing for that phase; empty where nothing is, or where the gate is about others.
    List<Saying> missing(UUID programmeId, Phase phase);
}

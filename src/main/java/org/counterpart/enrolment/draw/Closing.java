// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.List;
import org.counterpart.enrolment.draw.Refused.Fault;

/// What asking for a list to be closed comes to.
public sealed interface Closing {
    /// It can be drawn from.
    record Closed(ClosedList list) implements Closing {}

    /// It cannot.
    record Open(List<Fault> faults) implements Closing {}
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// What somebody can be entrusted with, for one programme or all. Whether somebody takes part, and as what, is no duty:
/// that follows from their sign-up and their pairs.
public enum Duty {
    /// Runs the programmes; always all of them.
    OWNER,
    /// Holds workshops, and helps where a case is given to them.
    FACILITATOR,
    /// Answers for a programme among the leaders, and sees what no single person can be made out in.
    SPONSOR,
    /// Speaks for a community of colleagues.
    CONVENOR,
    /// Measures effects, on rows without names.
    EVALUATOR,
    /// Works council, data protection officer or auditor: sees what was decided, by whom, and what is kept.
    AUDITOR
}

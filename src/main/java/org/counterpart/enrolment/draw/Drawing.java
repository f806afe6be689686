// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

/// What asking for a draw comes to.
public sealed interface Drawing permits Drawn, Refused {}

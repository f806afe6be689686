// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

/// Somebody of the roster was invited. Heard within the same transaction.
public record Invited(Invitation invitation) {}

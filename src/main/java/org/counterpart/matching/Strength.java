// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

/// How hard a rule binds: a required rule removes the pairs that break it; a preferred one adds
/// [Weighing#PREFERRED_RULE_POINTS] to each side of the pairs that keep it; an ignored one does neither.
public enum Strength {
    REQUIRED,
    PREFERRED,
    IGNORED
}

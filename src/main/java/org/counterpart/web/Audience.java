// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Who may open a page.
public enum Audience {
    /// Everyone, signed in or not.
    ANYONE,
    /// Whoever is signed in; the handler still asks whether what it shows is theirs.
    SIGNED_IN,
    /// Auditors, and those who run the programme. For everyone else the page does not exist.
    AUDITOR,
    /// Those who run the programme. For everyone else the page does not exist.
    OWNER
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// A passkey was refused: to come in by, to keep, or to take away.
public record PasskeyDenied(PasskeyRefused why) {}

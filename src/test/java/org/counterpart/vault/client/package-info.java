// SPDX-License-Identifier: Apache-2.0
/// A second client, for tests: written from docs/security/keys.md and the RFCs it names, on what the JDK brings along.
/// It
/// shares nothing with what browsers run, so that the two can be held against each other.
@NullMarked
package org.counterpart.vault.client;

import org.jspecify.annotations.NullMarked;

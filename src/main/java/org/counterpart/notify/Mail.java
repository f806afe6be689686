// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.UUID;

/// A mail to one person, in plain text. The subject is neutral and names nobody else.
public record Mail(UUID id, String recipient, String subject, String body, Instant writtenAt) {}

/// Checking the audit log by what docs/methods/audit-log.md says of it, and by nothing else of ours.
@NamedInterface("verifier")
@NullMarked
package org.counterpart.audit.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

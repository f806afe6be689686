/// A draw that anyone can repeat: who starts now, who is in reserve and who is in the next wave. No Spring, no SQL,
/// no files, no clock, no chance of its own. How it works: docs/methods/draw.md.
@NamedInterface("draw")
@NullMarked
package org.counterpart.enrolment.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

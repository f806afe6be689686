/// The folder of a draw: draw.json, from which anyone repeats it, and its three lists. Form: docs/methods/draw.md.
@NamedInterface("draw-files")
@NullMarked
package org.counterpart.enrolment.draw.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

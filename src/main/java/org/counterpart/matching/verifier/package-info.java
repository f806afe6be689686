/// Checks a result folder with nothing of the solver's: it shares the file format, and that alone.
@NamedInterface("verifier")
@NullMarked
package org.counterpart.matching.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// The exact optimum of a two-sided assignment and its proof: no Spring, no SQL, no clock, no chance of its own.
@NamedInterface("solver")
@NullMarked
package org.counterpart.matching.solver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Tables of people as other systems export them: read loosely, judged strictly, every fault named by place and
/// value.
@NamedInterface("roster")
@NullMarked
package org.counterpart.people.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// The result folder of a run: written whole or not at all, readable by anyone, checkable by anyone.
@NamedInterface("files")
@NullMarked
package org.counterpart.matching.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

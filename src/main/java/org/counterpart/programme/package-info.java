/// Programmes and the log of what their owners decide.
@NullMarked
package org.counterpart.programme;

import org.jspecify.annotations.NullMarked;

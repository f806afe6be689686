/// How often something may be asked for, counted over all nodes.
@NullMarked
package org.counterpart.limits;

import org.jspecify.annotations.NullMarked;

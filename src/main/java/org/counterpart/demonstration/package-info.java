/// A made-up organisation to try Counterpart with, and its open door.
@NullMarked
package org.counterpart.demonstration;

import org.jspecify.annotations.NullMarked;

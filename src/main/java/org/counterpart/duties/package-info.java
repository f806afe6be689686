/// Who is entrusted with what: proposed by one, confirmed by another.
@NullMarked
package org.counterpart.duties;

import org.jspecify.annotations.NullMarked;

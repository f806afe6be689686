/// Pairs from the moment they are published: each of the two is asked, and answers in private.
@NullMarked
package org.counterpart.pairing;

import org.jspecify.annotations.NullMarked;

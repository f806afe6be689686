/// Mail: written in the transaction that causes it, sent after, once.
@NullMarked
package org.counterpart.notify;

import org.jspecify.annotations.NullMarked;

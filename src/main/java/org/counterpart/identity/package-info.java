/// Who may sign in, by links that are mailed and work once, and how a browser is recognised afterwards.
@NullMarked
package org.counterpart.identity;

import org.jspecify.annotations.NullMarked;

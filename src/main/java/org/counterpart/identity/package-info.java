/// Accounts, sign-in by one-time links, sessions, and who may open which page.
@NullMarked
package org.counterpart.identity;

import org.jspecify.annotations.NullMarked;

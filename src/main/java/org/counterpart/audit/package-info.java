/// The audit log: what happened to access and decisions, by whom, chained so that nothing can be taken back unseen.
@NullMarked
package org.counterpart.audit;

import org.jspecify.annotations.NullMarked;

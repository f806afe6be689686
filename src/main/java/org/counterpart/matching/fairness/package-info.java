/// Exact figures on how a matching treats groups of people. Pure: people without names in, figures out.
@NullMarked
package org.counterpart.matching.fairness;

import org.jspecify.annotations.NullMarked;

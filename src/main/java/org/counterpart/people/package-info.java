/// Persons, levels, departments, sites, languages and reporting lines, and the roster files they come from.
@NullMarked
package org.counterpart.people;

import org.jspecify.annotations.NullMarked;

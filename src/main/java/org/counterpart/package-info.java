/// Counterpart: reverse-mentoring programmes that people trust.
@NullMarked
package org.counterpart;

import org.jspecify.annotations.NullMarked;

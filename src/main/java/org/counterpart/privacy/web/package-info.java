/// The pages where people see, take along and decide about what is kept about them.
@NullMarked
package org.counterpart.privacy.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.counterpart.enrolment.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.counterpart.audit.web;

import org.jspecify.annotations.NullMarked;

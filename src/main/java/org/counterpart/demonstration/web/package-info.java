@NullMarked
package org.counterpart.demonstration.web;

import org.jspecify.annotations.NullMarked;

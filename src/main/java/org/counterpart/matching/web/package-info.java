@NullMarked
package org.counterpart.matching.web;

import org.jspecify.annotations.NullMarked;

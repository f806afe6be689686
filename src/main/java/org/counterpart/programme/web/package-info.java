@NullMarked
package org.counterpart.programme.web;

import org.jspecify.annotations.NullMarked;

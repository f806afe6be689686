@NullMarked
package org.counterpart.duties.web;

import org.jspecify.annotations.NullMarked;

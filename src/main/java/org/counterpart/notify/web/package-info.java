@NullMarked
package org.counterpart.notify.web;

import org.jspecify.annotations.NullMarked;

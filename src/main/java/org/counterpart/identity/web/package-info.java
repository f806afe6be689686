@NullMarked
package org.counterpart.identity.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.counterpart.pairing.web;

import org.jspecify.annotations.NullMarked;

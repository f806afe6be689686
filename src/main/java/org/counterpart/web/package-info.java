/// The face that all pages share: layout, texts, theme, security headers, error pages, and who is asking. It knows
/// no word of the domain.
@NullMarked
package org.counterpart.web;

import org.jspecify.annotations.NullMarked;

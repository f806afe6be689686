// SPDX-License-Identifier: Apache-2.0
/// Pages on which something is sealed and opened. What is written on them stays in the browser.
@NullMarked
package org.counterpart.vault.web;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What browsers run, held against published vectors and against a second client (`client`), in a real browser.
@NullMarked
package org.counterpart.vault;

import org.jspecify.annotations.NullMarked;

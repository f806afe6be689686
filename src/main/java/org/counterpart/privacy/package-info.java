// SPDX-License-Identifier: Apache-2.0
/// What is kept about people, for how long, and how they get it, have it erased and decide about it.
@NullMarked
package org.counterpart.privacy;

import org.jspecify.annotations.NullMarked;

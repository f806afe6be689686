// SPDX-License-Identifier: Apache-2.0
/// What came of a programme, told for each criterion that was frozen when its call opened, nulls included (R61).
@NamedInterface("results")
@NullMarked
package org.counterpart.programme.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

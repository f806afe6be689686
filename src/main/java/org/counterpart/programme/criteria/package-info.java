// SPDX-License-Identifier: Apache-2.0
/// What is settled before a call opens, for everyone to read: the aim, who may apply, how many places there are, the
/// dates, what will count as success and when the pilot stops (R61, R64).
@NamedInterface("criteria")
@NullMarked
package org.counterpart.programme.criteria;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

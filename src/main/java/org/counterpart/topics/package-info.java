// SPDX-License-Identifier: Apache-2.0
/// What a phrase is about: our library of topics, and the languages its names are in. Knows nothing of people.
@NullMarked
package org.counterpart.topics;

import org.jspecify.annotations.NullMarked;

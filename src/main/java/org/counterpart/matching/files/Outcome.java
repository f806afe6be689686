// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

/// What solving an instance came to.
public sealed interface Outcome permits Certified, Unsolved {}

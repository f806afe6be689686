// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Marks what a page shows that does what no page can do without a script: its browser may run our own files.
/// Everything
/// else on it works without.
public interface Scripted {}

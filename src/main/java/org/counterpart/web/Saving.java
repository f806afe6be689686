// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Marks what a page shows that saves a form while it is filled in: its script may send it to us, and nowhere else.
public interface Saving extends Scripted {}

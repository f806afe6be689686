// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// A sign-in link was not, or no longer, good, or not in this browser.
public record SignInLinkRefused() {}

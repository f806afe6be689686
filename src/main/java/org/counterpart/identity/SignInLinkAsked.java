// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

/// Somebody asked for a sign-in link. It says nothing about the address, so that nothing which hears of it can tell
/// whether the address is anybody's.
public record SignInLinkAsked() {}

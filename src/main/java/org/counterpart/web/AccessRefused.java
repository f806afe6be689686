// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Somebody asked for what is not theirs, and got nothing.
///
/// @param route method and pattern, such as `POST /pairs/{pair}/answer`; never the address, which may hold a secret
public record AccessRefused(String route, Why why) {
    public enum Why {
        /// The page is for a duty that they do not hold.
        NOT_ENTRUSTED,
        /// It belongs to somebody else, or to nobody: the two are refused and recorded alike, so that neither the
        /// answer nor the time it takes tells which.
        NOT_THEIRS,
        /// The secret in the address opens nothing, or nothing any more.
        LINK_NOT_GOOD,
        /// The form carried no token of ours, or another site sent it.
        FORM_NOT_OURS,
        /// Their network asked too often. Told once while its limit lasts, however often it goes on: a flood must not
        /// fill
        /// the log.
        TOO_OFTEN
    }
}

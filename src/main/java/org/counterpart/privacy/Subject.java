// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.util.Map;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;

/// The person that an export or an erasure is about.
///
/// @param id in the roster; none for somebody whom it does not name
/// @param accountId none for somebody who never signed in
/// @param email none where no address is known
public record Subject(
        @Nullable String id,
        @Nullable String accountId,
        @Nullable String email,
        String name) {
    /// Stands for what somebody does not have, and is no id, account or address of anyone.
    private static final String NONE = " ";

    public static Subject of(SignedIn who) {
        return new Subject(who.personId(), who.accountId().toString(), who.email(), who.name());
    }

    Map<String, String> parameters() {
        return Map.of("id", known(id), "account", known(accountId), "email", known(email), "name", name);
    }

    private static String known(@Nullable String value) {
        return value == null ? NONE : value;
    }
}

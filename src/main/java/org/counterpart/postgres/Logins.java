// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

/// @param migrating owns the tables
/// @param working for everything else
record Logins(Login migrating, Login working) {}

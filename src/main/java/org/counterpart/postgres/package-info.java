/// The database that Counterpart brings along: PostgreSQL started from Maven Central's binaries, its data kept.
@NullMarked
package org.counterpart.postgres;

import org.jspecify.annotations.NullMarked;

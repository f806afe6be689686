/// The command line: one command a file, over the same modules as the server, without a server.
@NullMarked
package org.counterpart.cli;

import org.jspecify.annotations.NullMarked;

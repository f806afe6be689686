// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.InputStream;
import java.util.Locale;
import org.counterpart.web.CannotStart;

/// The operating system and processor, and the binaries shipped for them.
record Platform(String system, String processor) {
    static Platform here() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /// The packed binaries; refused with the way out where none are shipped.
    InputStream binaries() {
        var resource = resource();
        var stream = resource.isEmpty() ? null : Platform.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new CannotStart("cannot-start.platform", system, processor);
        }
        return stream;
    }

    String resource() {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return "";
        }
        return switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
    }
}

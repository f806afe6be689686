// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people reach this installation, and whether it is a demonstration.
///
/// @param url address without a path, as people type it; links in mail begin with it
/// @param demonstration whether made-up people fill the installation and anyone may enter
@ConfigurationProperties("counterpart.site")
public record Site(URI url, @DefaultValue("false") boolean demonstration) {
    public Site {
        if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
            throw new CannotStart("web.address", url);
        }
    }

    /// The address as browsers name it: without a path, and without the port that the scheme has anyway (RFC 6454).
    public String origin() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    public String link(String path) {
        return url.toString().replaceFirst("(?<!/)/+$", "") + path;
    }

    /// Whether the browser may be told to send cookies over TLS only.
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /// A cookie's name, with the prefix that keeps other hosts and plain connections from setting it (RFC 6265bis).
    public String cookie(String name) {
        return secure() ? "__Host-" + name : name;
    }
}

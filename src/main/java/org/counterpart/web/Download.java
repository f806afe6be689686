// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer that a browser keeps as a file, and does not show.
public final class Download {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private Download() {}

    public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, as(name))
                .body(content);
    }

    /// Text in UTF-8.
    public static ResponseEntity<byte[]> of(String name, String text) {
        return of(name, PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What the header `Content-Disposition` says.
    public static String as(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}

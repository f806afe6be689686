// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds out how a file's bytes stand for text: any Unicode encoding, by its byte order mark or by where its zero
/// bytes are. Anything else is refused with what to do about it.
final class Decoding {
    private static final int CHUNK = 1 << 16;

    private Decoding() {}

    /// The text without its mark; wrong bytes fail while it is read. Null after a fault was added.
    static @Nullable BufferedReader text(InputStream bytes, Faults faults) throws IOException {
        var in = new BufferedInputStream(bytes, CHUNK);
        in.mark(8);
        var first = in.readNBytes(4);
        in.reset();
        if (looksLike(first, 'P', 'K', 3, 4) || looksLike(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            faults.add(0, null, null, "roster.workbook");
            return null;
        }
        if (looksLike(first, '%', 'P', 'D', 'F')) {
            faults.add(0, null, null, "roster.pdf");
            return null;
        }
        var text = new BufferedReader(new InputStreamReader(in, strict(encoding(first))), CHUNK);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    /// The line of the first bytes that stand for nothing.
    static int firstBadLine(InputStream bytes) throws IOException {
        var first = new BufferedInputStream(bytes, CHUNK);
        first.mark(8);
        var decoder = strict(encoding(first.readNBytes(4)));
        first.reset();
        var in = ByteBuffer.allocate(CHUNK);
        var out = CharBuffer.allocate(CHUNK);
        int line = 1;
        for (int read = 0; read >= 0; ) {
            read = first.read(in.array(), in.position(), in.remaining());
            in.position(in.position() + Math.max(0, read)).flip();
            var result = decoder.decode(in, out, read < 0);
            out.flip();
            line += (int) out.chars().filter(each -> each == '\n').count();
            if (result.isError()) {
                return line;
            }
            out.clear();
            in.compact();
        }
        return line;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Charset encoding(byte[] bytes) {
        if (looksLike(bytes, 0xFF, 0xFE, 0, 0)
                || bytes.length >= 4 && bytes[1] == 0 && bytes[2] == 0 && bytes[0] != 0) {
            return Charset.forName("UTF-32LE");
        }
        if (looksLike(bytes, 0, 0, 0xFE, 0xFF)
                || bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0) {
            return Charset.forName("UTF-32BE");
        }
        if (looksLike(bytes, 0xFF, 0xFE) || bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (looksLike(bytes, 0xFE, 0xFF) || bytes.length >= 2 && bytes[0] == 0 && bytes[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean looksLike(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}

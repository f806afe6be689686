// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Finds out how a file's bytes stand for text: any Unicode encoding, by its byte order mark or by where its zero
/// bytes are. Anything else is refused with what to do about it.
final class Decoding {
    private Decoding() {}

    /// The text, or an empty one after a fault was added.
    static String decode(byte[] bytes, Faults faults) {
        if (looksLike(bytes, 'P', 'K', 3, 4) || looksLike(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            faults.add(0, null, null, "roster.workbook");
            return "";
        }
        if (looksLike(bytes, '%', 'P', 'D', 'F')) {
            faults.add(0, null, null, "roster.pdf");
            return "";
        }
        try {
            var text = encoding(bytes)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                faults.add(lineOf(text, text.indexOf('\0')), null, null, "roster.zero");
                return "";
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            faults.add(firstBadLine(bytes), null, null, "roster.encoding");
            return "";
        }
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

    private static int firstBadLine(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        decoder.decode(in, out, true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int lineOf(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }
}

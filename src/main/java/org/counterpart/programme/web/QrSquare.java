// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import io.nayuki.qrcodegen.QrCode;

/// An address as a QR code (ISO/IEC 18004), for a telephone to read from paper: with four modules of quiet around it,
/// and readable with up to 15 % of it damaged.
///
/// @param side in modules, the quiet ones included
/// @param path of the dark modules, as an SVG path of squares with a side of one
public record QrSquare(int side, String path) {
    private static final int QUIET = 4;

    static QrSquare of(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrSquare(code.size + 2 * QUIET, path.toString());
    }
}

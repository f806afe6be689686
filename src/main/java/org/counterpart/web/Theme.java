// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.Locale;

/// Light, dark, or as the device says.
public enum Theme {
    DEVICE,
    LIGHT,
    DARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String code) {
        for (var theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return DEVICE;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import org.counterpart.vault.Sealed;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads what a browser sealed out of a form; what is written in another way is no such form, and its page not found.
@Component
class Reading implements Converter<String, Sealed> {
    @Override
    public Sealed convert(String text) {
        return Sealed.read(text).orElseThrow(() -> new IllegalArgumentException("Not base64url as it has to be."));
    }
}

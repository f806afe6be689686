// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.counterpart.identity.Device;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// What a passkey is called until its owner says otherwise: after the browser that made it.
@Component
class DeviceName {
    private final MessageSource messages;

    DeviceName(MessageSource messages) {
        this.messages = messages;
    }

    String of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return Device.of(agent == null ? "" : agent)
                .told()
                .in(new Texts(messages, RequestContextUtils.getLocale(request)));
    }
}

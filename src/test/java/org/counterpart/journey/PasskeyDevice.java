// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;

/// A device that keeps passkeys, as the browser simulates one.
///
/// @param id by which the browser knows it
record PasskeyDevice(CDPSession session, String id) {
    private static final String DEVICE = """
            {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}""";

    static PasskeyDevice of(Chromium.Visit visit) {
        var session = visit.page.context().newCDPSession(visit.page);
        session.send("WebAuthn.enable", new JsonObject());
        var answer = session.send(
                "WebAuthn.addVirtualAuthenticator",
                JsonParser.parseString(DEVICE).getAsJsonObject());
        return new PasskeyDevice(session, answer.get("authenticatorId").getAsString());
    }

    /// Whether somebody touches it whenever it asks.
    void touched(boolean touched) {
        var whether = new JsonObject();
        whether.addProperty("authenticatorId", id);
        whether.addProperty("enabled", touched);
        session.send("WebAuthn.setAutomaticPresenceSimulation", whether);
    }
}

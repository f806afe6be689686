// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Draws a template, which takes a `frame` and, where it shows anything of its own, one `page` record from the
/// model. The whole page is drawn before the first byte is sent, so that a failure becomes an error page, never
/// half a page.
@Component
class Pages implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    Pages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.contains(":") ? null : (model, request, response) -> draw(name, model, request, response);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private void draw(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        draw(name, frames.of(request), model == null ? null : model.get("page"), response);
    }

    void draw(String name, Frame frame, @Nullable Object page, HttpServletResponse response) throws IOException {
        var parameters = new HashMap<String, Object>();
        parameters.put("frame", frame);
        if (page != null) {
            parameters.put("page", page);
        }
        if (page instanceof Scripted) {
            response.setHeader(
                    "Content-Security-Policy",
                    page instanceof Saving ? SecurityHeaders.POLICY_WITH_SAVING : SecurityHeaders.POLICY_WITH_SCRIPT);
        }
        var output = new Utf8ByteOutput();
        engine.render(name + ".jte", parameters, output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}

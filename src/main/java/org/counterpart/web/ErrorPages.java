// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns everything that goes wrong into a page that says what happened and what to do next.
@ControllerAdvice
@org.springframework.stereotype.Controller
@Access(Audience.ANYONE)
public class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Routes routes;
    private final ApplicationEventPublisher events;

    /// @param kind part of the message keys: `missing`, `refused`, `large`, `often`, `unreadable`, `away` or `broken`
    /// @param id under which the log says more; empty where nothing was logged
    public record ErrorPage(int status, String kind, String id) {}

    ErrorPages(Routes routes, ApplicationEventPublisher events) {
        this.routes = routes;
        this.events = events;
    }

    @ExceptionHandler
    String missing(NotFound missing, HttpServletRequest request, Model model, HttpServletResponse response) {
        if (missing.refused() instanceof AccessRefused.Why why) {
            tell(request, why);
        }
        return page(HttpStatus.NOT_FOUND.value(), "", model, response);
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    String missing(Model model, HttpServletResponse response) {
        return page(HttpStatus.NOT_FOUND.value(), "", model, response);
    }

    /// A form that is no form of ours; one that is too large says so by itself.
    @ExceptionHandler(MultipartException.class)
    String unreadable(MultipartException fault, Model model, HttpServletResponse response) {
        var status =
                fault instanceof ErrorResponse known ? known.getStatusCode().value() : HttpStatus.BAD_REQUEST.value();
        return page(status, "", model, response);
    }

    @ExceptionHandler(Unreadable.class)
    String noText(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("page", new ErrorPage(HttpStatus.BAD_REQUEST.value(), "unreadable", ""));
        return "web/error";
    }

    @ExceptionHandler(TooMany.class)
    String tooOften(TooMany asked, HttpServletRequest request, Model model, HttpServletResponse response) {
        if (asked.first()) {
            tell(request, AccessRefused.Why.TOO_OFTEN);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(asked.seconds()));
        return page(HttpStatus.TOO_MANY_REQUESTS.value(), "", model, response);
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, Model model, HttpServletResponse response) {
        int status = request.getAttribute("jakarta.servlet.error.status_code") instanceof Integer code ? code : 404;
        var id = "";
        if (status >= 500 && request.getAttribute("jakarta.servlet.error.exception") instanceof Throwable bug) {
            id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("A page failed ({}).", id, bug);
        }
        if (status == HttpStatus.FORBIDDEN.value()) {
            tell(request, AccessRefused.Why.FORM_NOT_OURS);
        }
        return page(status, id, model, response);
    }

    private void tell(HttpServletRequest request, AccessRefused.Why why) {
        routes.of(request).ifPresent(route -> events.publishEvent(new AccessRefused(route, why)));
    }

    private static String page(int status, String id, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("page", new ErrorPage(status, kind(status), id));
        return "web/error";
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "refused";
            case 413 -> "large";
            case 429 -> "often";
            case 400, 404, 405, 415 -> "missing";
            default -> "broken";
        };
    }
}

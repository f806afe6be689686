// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Says so while the database does not answer (ASVS 16.5.2). It stands before all that asks the database, sessions too,
/// so nobody is known on its page, and nothing is there to be opened.
///
/// What fails in a handler it has to catch there: Spring takes an end of file that the database caused for a browser
/// that
/// hung up, and answers by an empty page.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outage extends OncePerRequestFilter implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final String SECONDS = "30";

    private final Pages pages;
    private final Frames frames;

    Outage(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            if (response.isCommitted() || !isOutage(thrown)) {
                throw thrown;
            }
            tell(request, response);
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() || !isOutage(thrown)) {
            return null;
        }
        try {
            tell(request, response);
        } catch (IOException hungUp) {
            LOG.debug("Nobody waits for the page any more.", hungUp);
        }
        return new ModelAndView();
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("The database does not answer; a page said so.");
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        pages.draw(
                "web/error",
                frames.ofNobody(request),
                new ErrorPages.ErrorPage(HttpStatus.SERVICE_UNAVAILABLE.value(), "away", ""),
                response);
    }

    /// Also where the page that tells of a mistake meets it.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /// Whether it is a connection that could not be made or broke, and no fault of ours.
    static boolean isOutage(@Nullable Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLTransientConnectionException
                    || each instanceof SQLException fault
                            && fault.getSQLState() instanceof String state
                            && state.matches("08.*|57P0[1-3]|53300")) {
                return true;
            }
            // What could not be rolled back any more hides why.
            if (each instanceof TransactionSystemException hiding && isOutage(hiding.getOriginalException())) {
                return true;
            }
        }
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import org.counterpart.vault.Answer;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.NotFound;
import org.counterpart.web.SignedIn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// How a browser that sent something to keep is told what became of it.
@ControllerAdvice(basePackageClasses = Told.class)
class Told {
    static ResponseEntity<Void> of(Answer answer) {
        return switch (answer) {
            case KEPT -> ResponseEntity.noContent().build();
            case REFUSED -> ResponseEntity.status(HttpStatus.CONFLICT).build();
            case NOT_THEIRS -> throw notTheirs();
        };
    }

    static NotFound notTheirs() {
        return new NotFound(AccessRefused.Why.NOT_THEIRS);
    }

    /// Whoever is nobody in the organisation has no pair and no key.
    static String person(SignedIn who) {
        var id = who.personId();
        if (id == null) {
            throw notTheirs();
        }
        return id;
    }

    /// An id that is taken: two devices at once, or somebody tries what ids there are, which are random.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Void> taken() {
        return ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
}

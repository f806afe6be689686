// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears of a deed as the last thing before its transaction ends, so that others wait for the chain as short as can
/// be and never crosswise; at once where there is no transaction.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
@interface Recorded {}

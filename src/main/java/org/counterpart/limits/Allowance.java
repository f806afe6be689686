// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import org.counterpart.postgres.Acting;
import org.springframework.stereotype.Component;

/// How often one network may call a handler. A whole company may come from one address (NAT), and all of it on the
/// morning on which a call is announced, so some limits grow with the roster. That lets no attacker guess more: what
/// stands behind them are links and signatures that nobody guesses, and an address gets three links in ten minutes
/// whoever asks.
@Component
class Allowance {
    /// A flood of more than that slows down everyone else.
    static final int MOST = 20_000;

    /// A limit stays the same while few people come or go, so that what was counted goes on to count.
    private static final int STEP = 100;

    private final LimitSettings settings;
    private final Neighbours neighbours;

    Allowance(LimitSettings settings, Neighbours neighbours) {
        this.settings = settings;
        this.neighbours = neighbours;
    }

    int times(Limit limit) {
        if (limit.each() == 0) {
            return limit.times();
        }
        if (settings.network() instanceof Integer network) {
            return network;
        }
        int people = Acting.system(neighbours::count);
        long grown = Math.ceilDiv((long) people * limit.each(), STEP) * STEP;
        return (int) Math.clamp(grown, limit.times(), MOST);
    }
}

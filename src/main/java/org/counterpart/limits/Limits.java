// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.counterpart.postgres.Acting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts in the database, as buckets that fill up evenly, so that all nodes count together.
@Component
class Limits {
    private static final int AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    Limits(DataSource database, Clock clock) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("request_limit")
                .clientClock(new Meter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /// Takes one of what is left.
    ///
    /// @param key of whoever asks for what
    /// @param times how often they may in so many minutes; another number begins to count anew
    /// @return how long to wait where nothing is left; otherwise zero
    Duration take(String key, int times, int minutes) {
        return taken("%s %d".formatted(key, times), times, minutes);
    }

    /// Whether nobody was refused by this key for as long as the limit counts. A refusal is recorded then and not
    /// again,
    /// or whoever is refused a million times would write a million events, for which all others wait.
    boolean isFirstRefusal(String key, Limit limit) {
        return taken(key + " refused", 1, limit.minutes()).isZero();
    }

    private Duration taken(String key, int times, int minutes) {
        var configuration = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(times).refillGreedy(times, Duration.ofMinutes(minutes)))
                .build();
        var probe =
                Acting.system(() -> buckets.getProxy(key, () -> configuration).tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        int removed;
        do {
            removed = Acting.system(() -> buckets.removeExpired(AT_ONCE));
        } while (removed == AT_ONCE);
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

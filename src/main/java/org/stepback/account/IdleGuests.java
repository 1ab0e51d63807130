package org.stepback.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.storage.DailyTask;
import org.stepback.storage.StorageQuota;

/// Deletes guests who came once and stored nothing.
@Component
public class IdleGuests implements DailyTask {
    private static final Logger LOG = LoggerFactory.getLogger(IdleGuests.class);

    private final JdbcClient jdbc;
    private final StorageQuota quota;
    private final Duration kept;

    IdleGuests(JdbcClient jdbc, StorageQuota quota, @Value("${stepback.storage.idle-guest-days}") int days) {
        this.jdbc = jdbc;
        this.quota = quota;
        this.kept = Duration.ofDays(days);
    }

    @Override
    public void clean(Instant now) {
        List<UUID> idle = jdbc
                .sql("select id from account where created < :before and name like 'Guest %'")
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .filter(guest -> quota.used(guest) == 0)
                .toList();
        idle.forEach(guest -> jdbc.sql("delete from account where id = :id")
                .param("id", guest)
                .update());
        if (!idle.isEmpty()) {
            LOG.info("Deleted {} guests who had stored nothing.", idle.size());
        }
    }
}

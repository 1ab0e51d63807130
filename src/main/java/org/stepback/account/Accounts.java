package org.stepback.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Service;

/// The people that the lab knows: makes guests, and finds an account again.
@Service
public class Accounts {
    private final JdbcAggregateTemplate rows;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int guestsPerHour;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            JdbcAggregateTemplate rows,
            JdbcClient jdbc,
            Clock clock,
            @Value("${stepback.guests-per-hour}") int guestsPerHour) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
        this.guestsPerHour = guestsPerHour;
    }

    /// Makes an account for a visitor who gave no name; empty where too many came within the hour.
    Optional<Account> newGuest() {
        Instant now = clock.instant();
        if (cameSince(now.minus(Duration.ofHours(1))) >= guestsPerHour) {
            return Optional.empty();
        }
        String name = "Guest " + random.nextInt(1000, 10000);
        return Optional.of(rows.insert(new Account(UUID.randomUUID(), name, newSecret(), now)));
    }

    static String newSecret() {
        return HexFormat.of().formatHex(KeyGenerators.secureRandom(32).generateKey());
    }

    /// Makes every cookie of a person worthless.
    void renewSecret(UUID id) {
        jdbc.sql("update account set secret = :secret where id = :id")
                .param("secret", newSecret())
                .param("id", id)
                .update();
    }

    public boolean exists(UUID id) {
        return rows.existsById(id, Account.class);
    }

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(rows.findById(id, Account.class));
    }

    private long cameSince(Instant instant) {
        return jdbc.sql("select count(*) from account where created > :since")
                .param("since", instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}

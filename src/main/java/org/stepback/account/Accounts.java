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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The people that the lab knows: makes guests, and finds an account again.
@Service
public class Accounts {
    private final JdbcAggregateTemplate rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int guestsPerHour;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            JdbcAggregateTemplate rows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${stepback.guests-per-hour}") int guestsPerHour) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.guestsPerHour = guestsPerHour;
    }

    /// Makes an account for a visitor who gave no name; empty where too many came within the hour. Guests who come at
    /// one moment, on any node, are counted one after another.
    synchronized Optional<Account> newGuest() {
        return transaction.execute(_ -> {
            jdbc.sql("select name from setting where name = :name for update")
                    .param("name", CookieKey.NAME) // the row that is always there
                    .query(String.class)
                    .optional();
            return counted();
        });
    }

    private Optional<Account> counted() {
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
        renewSecret(jdbc, id);
    }

    static void renewSecret(JdbcClient jdbc, UUID id) {
        jdbc.sql("update account set secret = :secret where id = :id")
                .param("secret", newSecret())
                .param("id", id)
                .update();
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// Lets nobody else lock this person until the present transaction ends.
    public void lock(UUID id) {
        jdbc.sql("select id from account where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
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

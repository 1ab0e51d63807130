package org.stepback.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.storage.StorageOutage;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// Ends the sessions of people who were signed out elsewhere: on another node, or by an operator.
@Component
final class SignOutWatch implements SmartLifecycle {
    private static final long PERIOD_SECONDS = 5;
    private static final int AT_ONCE = 500;

    private final OpenSessions sessions;
    private final JdbcClient jdbc;
    private @Nullable ScheduledExecutorService thread;

    SignOutWatch(OpenSessions sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    private record Row(UUID id, String secret) {}

    private void look() {
        List<UUID> people = List.copyOf(sessions.people());
        try {
            for (int from = 0; from < people.size(); from += AT_ONCE) {
                look(people.subList(from, Math.min(from + AT_ONCE, people.size())));
            }
        } catch (DataAccessException e) {
            StorageOutage.is(e); // says so; the next look comes
        }
    }

    private void look(Collection<UUID> people) {
        jdbc.sql("select id, secret from account where id in (:people)")
                .param("people", people)
                .query(Row.class)
                .list()
                .forEach(row -> {
                    if (sessions.endOthers(row.id(), row.secret()) > 0) {
                        SecurityLog.happened(Visitor.person(row.id().toString()), "signed out elsewhere");
                    }
                });
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sign-out-watch").factory());
        thread.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

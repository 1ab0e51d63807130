package org.stepback.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.Rounds;
import org.stepback.storage.StorageOutage;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// Ends the sessions of people who were signed out elsewhere: on another node, or by an operator.
@Component
final class SignOutWatch extends Rounds {
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final OpenSessions sessions;
    private final JdbcClient jdbc;

    SignOutWatch(OpenSessions sessions, JdbcClient jdbc) {
        super("sign-out-watch", PERIOD, PERIOD);
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    private record Row(UUID id, String secret) {}

    @Override
    protected void round() {
        List<UUID> people = List.copyOf(sessions.people());
        try {
            for (int from = 0; from < people.size(); from += AT_ONCE) {
                look(people.subList(from, Math.min(from + AT_ONCE, people.size())));
            }
        } catch (DataAccessException e) {
            StorageOutage.note(e); // the next round comes
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
}

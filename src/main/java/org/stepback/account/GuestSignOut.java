package org.stepback.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepback.exercise.RefusedException;
import org.stepback.web.SecurityLog;
import org.stepback.web.Visitor;

/// Ends all that lets a guest in, where an operator asks for it: the cookies at once, and the sessions of every lab on
/// the database as soon as its [SignOutWatch] looks.
@Component
public final class GuestSignOut {
    private static final String FIND = "select id, name, created from account where name = :name or id = :id";

    private final JdbcClient jdbc;

    public GuestSignOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param guest the number, such as 4821, the whole name, or the id that the log has
    /// @throws RefusedException where there is no such guest, or several have the number
    public void signOut(String guest) {
        UUID id = find(guest.strip()).id();
        Accounts.renewSecret(jdbc, id);
        SecurityLog.happened(Visitor.person(id.toString()), "signed out by an operator");
    }

    private record Row(UUID id, String name, OffsetDateTime created) {}

    private Row find(String guest) {
        List<Row> found = jdbc.sql(FIND)
                .param("name", guest.matches("\\d+") ? "Guest " + guest : guest)
                .param("id", Accounts.id(guest).orElse(new UUID(0, 0)))
                .query(Row.class)
                .list();
        if (found.isEmpty()) {
            throw new RefusedException("There is no guest “" + guest
                    + "”. Write the number of the guest's name, or the id that the lab's log has.");
        }
        if (found.size() > 1) {
            throw new RefusedException("Several are “" + found.getFirst().name() + "”. Write the id of one: "
                    + found.stream()
                            .map(row -> row.id() + " (came " + row.created().toLocalDate() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return found.getFirst();
    }
}

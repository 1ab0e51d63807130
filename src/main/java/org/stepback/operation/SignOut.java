package org.stepback.operation;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepback.account.GuestSignOut;
import org.stepback.exercise.RefusedException;

/// Signs a guest out everywhere, for an operator. The lab that has an H2 file open is asked to; where the database is
/// PostgreSQL, every lab on it notices.
public record SignOut(LabDatabase database) {
    /// @param guest the name, its number, or the id
    /// @throws RefusedException with a sentence where that cannot be done
    public void of(String guest) {
        database.file().ifPresentOrElse(file -> RunningLab.of(file).signOut(guest), () -> inDatabase(guest));
    }

    private void inDatabase(String guest) {
        var connections = new DriverManagerDataSource(database.url(), database.user(), database.password());
        try {
            new GuestSignOut(JdbcClient.create(connections)).signOut(guest);
        } catch (DataAccessException e) {
            throw new RefusedException("The database cannot be reached: "
                    + e.getMostSpecificCause().getMessage());
        }
    }
}

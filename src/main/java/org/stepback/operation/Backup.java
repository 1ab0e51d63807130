package org.stepback.operation;

import java.nio.file.Path;
import org.stepback.exercise.RefusedException;

/// Copies a lab's database into one file, and back.
public sealed interface Backup permits H2Backup, PostgresBackup {
    /// Writes all that is stored now into a new file. The lab may run, and may go on storing.
    ///
    /// @throws RefusedException with a sentence where that cannot be done; then there is no such file
    void write(Path file);

    /// Fills an empty database from a backup. The lab must not run.
    ///
    /// @throws RefusedException with a sentence where that cannot be done; then the database is empty still
    void restore(Path file);
}

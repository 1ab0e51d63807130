package org.stepback.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.logging.LoggingSystem;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.Backup;
import org.stepback.operation.LabDatabase;

/// Copies the lab's database into a file, and back. Returns false, with a sentence, where that cannot be done.
record BackupCommand(Supplier<Backup> backups, PrintStream out, PrintStream err) {
    private static final String BACKUP_USAGE = "Write “stepback backup FILE”.";
    private static final String RESTORE_USAGE = "Write “stepback restore FILE”.";

    /// Works on the database that the settings name.
    static BackupCommand configured(PrintStream out, PrintStream err) {
        LoggingSystem.get(BackupCommand.class.getClassLoader()).beforeInitialize(); // no library has a say here
        return new BackupCommand(() -> LabDatabase.configured().backups(), out, err);
    }

    boolean backup(List<String> args) {
        Path file = new Arguments(args, List.of(), BACKUP_USAGE).file();
        return succeeds(() -> {
            backups.get().write(file);
            out.println("The lab is backed up in “" + file
                    + "”. Students' work is in it: keep it where nobody else can read it.");
        });
    }

    boolean restore(List<String> args) {
        Path file = new Arguments(args, List.of(), RESTORE_USAGE).file();
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no file “" + file + "”. " + RESTORE_USAGE);
        }
        return succeeds(() -> {
            backups.get().restore(file);
            out.println("The lab is restored from “" + file + "”. Start it as ever.");
        });
    }

    private boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return false;
        }
    }
}

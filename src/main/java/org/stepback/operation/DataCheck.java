package org.stepback.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Looks at an H2 file before the lab opens it: whether it can be written, is whole, and has all that was stored.
final class DataCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.systemDefault());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        LabDatabase.of(context.getEnvironment()).file().ifPresent(DataCheck::check);
    }

    /// @throws UnusableDataException where the lab must not start on this file
    static void check(DatabaseFile data) {
        requireWritable(data);
        Optional<StoredMark> left = StoredMark.left(data);
        if (isEmpty(data.path())) {
            left.ifPresent(mark -> {
                throw older(data, "it is empty or gone", mark);
            });
            return;
        }
        try {
            StoredMark held = StoredMark.in(data.path());
            left.filter(mark -> mark.made() == held.made() && mark.version() > held.version())
                    .ifPresent(mark -> {
                        throw older(data, "it holds the lab as it was at " + time(held.at()), mark);
                    });
        } catch (MVStoreException e) {
            if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) { // H2 itself says so, see DatabaseInUse
                throw UnusableDataException.damaged(data.path());
            }
        }
    }

    private static void requireWritable(DatabaseFile data) {
        try {
            Files.createDirectories(data.folder());
            Files.delete(Files.createTempFile(data.folder(), "stepback", ".probe"));
            if (Files.exists(data.path()) && !Files.isWritable(data.path())) {
                throw new IOException(data.path() + " is read-only");
            }
        } catch (IOException e) {
            throw new UnusableDataException(
                    "The lab cannot write into its data folder: " + BackupFile.words(e),
                    "Make " + data.folder() + " writable for the user who runs the lab, free its disk, or name another"
                            + " database: SPRING_DATASOURCE_URL.");
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static UnusableDataException older(DatabaseFile data, String state, StoredMark mark) {
        return new UnusableDataException(
                "The database's file is older than it was: %s, and the lab had stored more until %s (%s). It was cut short, or replaced by an older one."
                        .formatted(state, time(mark.at()), data.path()),
                "Keep the file, move it out of the way, and restore the last backup: ./stepback restore FILE. To go on"
                        + " with what is there, delete " + data.mark() + ".");
    }

    private static String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}

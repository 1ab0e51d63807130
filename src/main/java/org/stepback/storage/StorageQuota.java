package org.stepback.storage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stepback.Meters;
import org.stepback.exercise.RefusedException;

/// The bytes that one person may store: notebooks, deleted ones too, with their history, runs, and submissions.
@Component
public class StorageQuota {
    private final ObjectProvider<StoredWork> works;
    private final int megabytes;

    public StorageQuota(
            ObjectProvider<StoredWork> works, @Value("${stepback.storage.megabytes-per-person}") int megabytes) {
        this.works = works;
        this.megabytes = megabytes;
    }

    /// Returns how many bytes a person stores. Only sizes are read.
    public long used(UUID person) {
        return works.stream().mapToLong(work -> work.bytes(person)).sum();
    }

    /// Makes sure that a person may store more. Where they may not, their trash is emptied first.
    ///
    /// @throws RefusedException where there is no room even so
    public void guard(UUID person) {
        if (hasRoom(person)) {
            return;
        }
        works.forEach(work -> work.emptyTrash(person));
        if (!hasRoom(person)) {
            Meters.limitHit("storage");
            throw new RefusedException("All that you have stored takes " + megabytes
                    + " MB, which is the limit for one person. Delete notebooks that you no longer need.");
        }
    }

    private boolean hasRoom(UUID person) {
        return used(person) < megabytes * 1_000_000L;
    }

    /// Returns the size of a text.
    public static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

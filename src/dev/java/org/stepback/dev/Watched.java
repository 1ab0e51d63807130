package org.stepback.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder that is looked at from time to time for what has changed in it.
final class Watched {
    private final Path folder;
    private Map<Path, FileTime> times;

    Watched(Path folder) {
        this.folder = folder;
        this.times = times(folder);
    }

    /// Returns the files that are new, changed or gone since the last look.
    Set<Path> changes() {
        Map<Path, FileTime> before = times;
        times = times(folder);
        Set<Path> changes = new TreeSet<>(times.keySet());
        changes.addAll(before.keySet());
        changes.removeIf(file -> times.containsKey(file) && times.get(file).equals(before.get(file)));
        return changes;
    }

    /// Returns all files under a folder.
    static Set<Path> files(Path folder) {
        return times(folder).keySet();
    }

    private static Map<Path, FileTime> times(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, Watched::time, (one, other) -> one, TreeMap::new));
        } catch (IOException | UncheckedIOException gone) {
            return times(folder); // an editor took a file away between the listing of its folder and the look at it
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

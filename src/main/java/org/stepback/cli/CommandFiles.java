package org.stepback.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Problem;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.NotebookReading;
import org.stepback.exercise.yaml.Finding;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.TextBytes;

/// Files that commands read and write; what goes wrong becomes a sentence.
final class CommandFiles {
    private CommandFiles() {}

    /// Returns a notebook without a problem.
    ///
    /// @throws RefusedException with its first problem by file, line and column
    static Exercise notebook(Path file) {
        requireFile(file);
        NotebookReading reading = NotebookReading.of(file);
        return reading.exercise().orElseThrow(() -> new RefusedException(told(file, reading.problems())));
    }

    private static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new RefusedException("“" + file + "” is a folder. Name a file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(
                    Files.exists(file)
                            ? "“" + file + "” is a pipe or a device. Name a file."
                            : "There is no file “" + file + "”.");
        }
    }

    private static String told(Path file, List<Problem> problems) {
        String own = String.valueOf(file.getFileName());
        List<Problem> tables =
                problems.stream().filter(problem -> !problem.file().equals(own)).toList();
        List<Problem> causes = tables.isEmpty() ? problems : tables; // of a table's mistakes the notebook's follow
        Problem first = causes.getFirst();
        int more = causes.size() - 1;
        return file.resolveSibling(first.file()) + ":" + first.line() + ":" + first.column() + ": " + first.message()
                + (more == 0 ? "" : " (And " + more + (more == 1 ? " more problem.)" : " more problems.)"));
    }

    /// Returns a small text file.
    static String read(Path file, int maxBytes) {
        requireFile(file);
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new RefusedException("The file “" + file + "” is larger than " + maxBytes / 1000 + " kB.");
            }
            Findings findings = new Findings();
            return TextBytes.decode(bytes, findings)
                    .orElseThrow(() -> refused(file, findings.all().getFirst()));
        } catch (IOException e) {
            throw new RefusedException("The file “" + file + "” could not be read.");
        }
    }

    private static RefusedException refused(Path file, Finding found) {
        return new RefusedException(
                file + ":" + found.place().line() + ":" + found.place().column() + ": " + found.message());
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unwritable(file);
        }
    }

    /// Opens a file to be written line by line.
    static Optional<BufferedWriter> writer(Optional<Path> file) {
        return file.map(path -> {
            try {
                return Files.newBufferedWriter(path);
            } catch (IOException e) {
                throw unwritable(path);
            }
        });
    }

    /// Returns whether two names are those of one file, which would be written over; a device is nothing that could be
    /// lost.
    static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isRegularFile(one) && Files.isSameFile(one, other)
                    : one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            return false; // what reads or writes them says so
        }
    }

    /// Refuses a file that could not be written at the end of a long run.
    static void requireWritable(Path file) {
        if (Files.exists(file) ? Files.isDirectory(file) || !Files.isWritable(file) : !canMake(file)) {
            throw unwritable(file);
        }
    }

    /// Only making one tells: a folder's permissions do not know of read-only disks, and of what a system makes itself.
    private static boolean canMake(Path file) {
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static RefusedException unwritable(Path file) {
        return new RefusedException("The file “" + file + "” cannot be written.");
    }
}

package org.stepback.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.stepback.exercise.RefusedException;

/// The file of a backup.
final class BackupFile {
    private BackupFile() {}

    /// Has a new file written under another name first, so that one with the right name is whole.
    ///
    /// @throws RefusedException where there is a file of this name, or none can be made
    static void write(Path file, Consumer<Path> writer) {
        if (Files.exists(file)) {
            throw new RefusedException("There is a file “" + file + "” already: name another one for the backup.");
        }
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            makeForOwner(part);
            writer.accept(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RefusedException("The backup “" + file + "” cannot be written: " + words(e));
        } finally {
            discard(part);
        }
    }

    /// Makes an empty file that its owner alone can read, where the system knows owners.
    static void makeForOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays, under a name that nothing reads.
        }
    }

    /// @param magic the first characters of the kind of backup that is wanted
    /// @throws RefusedException where the file is another kind of file
    static void require(Path file, String magic, String kind) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(magic.length());
            if (!new String(head, StandardCharsets.ISO_8859_1).equals(magic)) {
                throw new RefusedException("The file “" + file + "” is not a backup of " + kind + ".");
            }
        } catch (IOException e) {
            throw new RefusedException("The backup “" + file + "” cannot be read: " + words(e));
        }
    }

    /// Returns the system's words for a failure; many of its messages are a file's name alone.
    static String words(IOException failure) {
        String kind = failure.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return kind.replace(" Exception", "").toLowerCase() + " (" + failure.getMessage() + ").";
    }
}

package org.stepback.exercise.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a text file that must not be larger than a limit.
///
/// Byte-order marks are dropped and every line end becomes a line feed.
public final class TextFile {
    private TextFile() {}

    /// Returns the text; empty, with a finding, if the file is not fit to be read.
    public static Optional<String> read(Path file, int maxBytes, Findings findings) {
        if (!Files.isRegularFile(file)) {
            findings.add(SourcePosition.START, "The file " + file.getFileName() + " is missing.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                findings.add(
                        SourcePosition.START, "The file is larger than " + maxBytes / 1000 + " kB. Make it smaller.");
                return Optional.empty();
            }
            return TextBytes.decode(bytes, findings);
        } catch (IOException e) {
            findings.add(
                    SourcePosition.START, "The file could not be read. Is it there, and may this program read it?");
            return Optional.empty();
        }
    }

    /// Returns a text without byte-order marks, its lines ended by line feeds.
    public static String tidy(String text) {
        int start = 0;
        while (text.startsWith("\uFEFF", start)) {
            start++;
        }
        return text.substring(start).replace("\r\n", "\n").replace('\r', '\n');
    }
}

package org.stepback.exercise.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a text file that must not be larger than a limit and must be UTF-8.
///
/// A byte-order mark is dropped and every line end becomes a line feed.
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
            return decode(bytes, findings);
        } catch (IOException e) {
            findings.add(
                    SourcePosition.START, "The file could not be read. Is it there, and may this program read it?");
            return Optional.empty();
        }
    }

    /// Returns a text without byte-order mark, its lines ended by line feeds.
    public static String tidy(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private static Optional<String> decode(byte[] bytes, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String tidy = tidy(text.flip().toString());
        if (result.isError()) {
            int line = (int) tidy.chars().filter(c -> c == '\n').count() + 1;
            int column = tidy.length() - tidy.lastIndexOf('\n');
            findings.add(
                    new SourcePosition(line, column),
                    "The file must be UTF-8 text, and here is a byte that is not. Save it as UTF-8.");
            return Optional.empty();
        }
        return Optional.of(tidy);
    }
}

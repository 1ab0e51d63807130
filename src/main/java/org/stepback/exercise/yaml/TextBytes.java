package org.stepback.exercise.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.RefusedException;

/// Turns the bytes of a text file into text: UTF-8, or UTF-16 or UTF-32 where that is certain.
///
/// Other encodings give a letter to any byte, so that nobody can be certain of them: they are refused at the first byte
/// that is not UTF-8.
public final class TextBytes {
    private static final Charset USUAL_OF_WINDOWS = Charset.forName("windows-1252");

    /// The marks at the start of a file that say its encoding; those of UTF-32 begin like those of UTF-16.
    private static final List<Mark> MARKS = List.of(
            new Mark("fffe0000", StandardCharsets.UTF_32LE),
            new Mark("0000feff", StandardCharsets.UTF_32BE),
            new Mark("fffe", StandardCharsets.UTF_16LE),
            new Mark("feff", StandardCharsets.UTF_16BE));

    private record Mark(String bytes, Charset charset) {
        boolean begins(byte[] file) {
            return startsWith(file, bytes);
        }
    }

    private TextBytes() {}

    /// Returns the text, tidy as by [TextFile#tidy]; empty, with a finding, where the bytes are no certain text.
    public static Optional<String> decode(byte[] bytes, Findings findings) {
        if (startsWith(bytes, "504b0304") || startsWith(bytes, "d0cf11e0")) {
            findings.add(
                    SourcePosition.START,
                    "The file is no text but a workbook of Excel, or another packed file. Save it as text; a table as"
                            + " “CSV UTF-8”.");
            return Optional.empty();
        }
        Charset charset = charset(bytes);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        boolean broken = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(rest, decoded, true)
                .isError();
        String text = TextFile.tidy(decoded.flip().toString());
        if (broken) {
            findings.add(end(text), fault(charset, rest.get(rest.position())));
            return Optional.empty();
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            findings.add(end(text.substring(0, nul)), "Here is a NUL character: the file is no text, or damaged.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /// Returns the text of a file that a person has given.
    ///
    /// @throws RefusedException with line and column, where the bytes are no certain text
    public static String decode(byte[] bytes) {
        Findings findings = new Findings();
        return decode(bytes, findings).orElseThrow(() -> {
            Finding first = findings.all().getFirst();
            return new RefusedException("Line %d, column %d: %s"
                    .formatted(first.place().line(), first.place().column(), first.message()));
        });
    }

    private static Charset charset(byte[] bytes) {
        return MARKS.stream()
                .filter(mark -> mark.begins(bytes))
                .map(Mark::charset)
                .findFirst()
                .orElseGet(() -> unmarked(bytes));
    }

    /// Returns UTF-16 for a file without a mark in which the upper half of most characters is zero, and the lower
    /// half of few; or else UTF-8.
    private static Charset unmarked(byte[] bytes) {
        long[] zeros = new long[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        long most = Math.max(zeros[0], zeros[1]);
        if (bytes.length % 2 == 1 || 4 * most <= bytes.length || 4 * Math.min(zeros[0], zeros[1]) > most) {
            return StandardCharsets.UTF_8;
        }
        return most == zeros[1] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static String fault(Charset charset, byte found) {
        if (charset != StandardCharsets.UTF_8) {
            return "The file begins as " + charset + " text, but this is none. Save it as UTF-8.";
        }
        String letter = new String(new byte[] {found}, USUAL_OF_WINDOWS);
        String meant = Character.isLetter(letter.charAt(0))
                ? ", which is “" + letter + "” if the file is Windows-1252 (Latin-1)"
                : "";
        return "The file must be UTF-8 text, and here is the byte "
                + HexFormat.of().toHexDigits(found).toUpperCase() + meant + ". Save it as UTF-8.";
    }

    private static SourcePosition end(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(line, text.length() - text.lastIndexOf('\n'));
    }

    private static boolean startsWith(byte[] file, String hex) {
        byte[] start = HexFormat.of().parseHex(hex);
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}

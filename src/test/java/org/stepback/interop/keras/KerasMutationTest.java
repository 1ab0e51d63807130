package org.stepback.interop.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Statement;
import org.stepback.interop.python.StatementParser;

/// Programs that are damaged or changed: each gives a notebook or a sentence, and no change is lost in silence.
class KerasMutationTest {
    /// `-Dkeras.mutations=10000` runs the long form.
    private static final int MUTATIONS = Integer.getInteger("keras.mutations", 2000);

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*|\\d+(\\.\\d+)?|\\S|\\n");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(\\.\\d+)?(?![\\w.])");
    /// Numbers for data that is not in the code as a whole, and so stands in.
    private static final Pattern DATA = Pattern.compile("\\w+ = (\\d+|np\\..*)");

    private static final List<String> STRANGE = List.of(
            "None",
            "[]",
            "()",
            "-1",
            "1e999",
            "x.shape[1]",
            "lambda: 0",
            "[i for i in x]",
            "**x",
            "{}",
            "'",
            "\"\"\"",
            "\n    ",
            "model",
            "x",
            "0",
            "keras",
            "np.zeros((99999, 99999))",
            "[0] * 10 ** 12",
            "x[::0]",
            "é",
            "😀",
            "\\");

    @Test
    void a_mutated_program_gives_a_notebook_or_a_sentence() {
        SplittableRandom random = new SplittableRandom(14);
        List<String> programs = KerasProgramsTest.programs().stream()
                .map(KerasProgramsTest::read)
                .toList();
        for (int round = 0; round < MUTATIONS; round++) {
            List<String> words = words(programs.get(round % programs.size()));
            List<String> others = words(programs.get(random.nextInt(programs.size())));
            for (int edit = 0; edit < 1 + round % 3; edit++) {
                mutate(words, others, random);
            }
            String code = String.join("", words);
            try {
                String notebook = KerasImport.notebook(code, "mutated");
                if (round % 20 == 0) {
                    KerasProgramsTest.notebook(code);
                }
                assertThat(notebook).contains("```train fit");
            } catch (PythonException told) {
                assertThat(told.getMessage()).isNotBlank();
                assertThat(told.line()).isPositive();
            } catch (RuntimeException | StackOverflowError crash) {
                fail("crash in round " + round + ":\n" + code, crash);
            }
        }
    }

    private static void mutate(List<String> words, List<String> others, SplittableRandom random) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(5)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(random.nextInt(words.size())));
            case 2 -> words.set(at, others.get(random.nextInt(others.size())));
            case 3 -> words.set(at, STRANGE.get(random.nextInt(STRANGE.size())));
            default -> words.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
        }
        if (words.isEmpty()) {
            words.add("");
        }
    }

    /// Cuts a program into words, and blanks with them, so that they joined are the program.
    private static List<String> words(String code) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(code);
        int end = 0;
        while (matcher.find()) {
            words.add(code.substring(end, matcher.end()));
            end = matcher.end();
        }
        return words;
    }

    static List<Path> programs() {
        return KerasProgramsTest.programs();
    }

    static List<Path> whole() {
        return KerasProgramsTest.whole();
    }

    /// Each statement that was read is needed: without it the cells change, or a sentence is said.
    @ParameterizedTest
    @MethodSource("programs")
    void without_a_statement_that_is_read_the_notebook_changes(Path program) {
        String code = KerasProgramsTest.read(program);
        String cells = cells(code);
        List<Statement> statements = StatementParser.statements(code, 0);
        for (int i = 0; i < statements.size(); i++) {
            int from = statements.get(i).spot().line();
            int to = i + 1 < statements.size() ? statements.get(i + 1).spot().line() : code.split("\n", -1).length;
            String first = code.split("\n", -1)[from - 1];
            boolean ofData =
                    cells.contains("Its data stands in") && DATA.matcher(first).matches();
            if (from < to && !ofData && isRead(KerasImport.notebook(code, "x"), from)) {
                assertThat(cells(without(code, from, to)))
                        .as("%s without line %d", program, from)
                        .isNotEqualTo(cells);
            }
        }
    }

    /// Each number of a statement that was read counts.
    @ParameterizedTest
    @MethodSource("whole")
    void with_another_number_the_notebook_changes(Path program) {
        String code = KerasProgramsTest.read(program);
        String cells = cells(code);
        Matcher number = NUMBER.matcher(code);
        String notebook = KerasImport.notebook(code, "x");
        while (number.find()) {
            int line = (int) code.substring(0, number.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            String other = code.substring(0, number.start()) + plus(number.group(), 4) + code.substring(number.end());
            if (isRead(notebook, line)) {
                assertThat(cells(other))
                        .as("%s with another number in line %d: %s", program, line, number.group())
                        .isNotEqualTo(cells);
            }
        }
    }

    /// Returns a number that is larger, and as whole as the one before.
    private static String plus(String number, int more) {
        return number.contains(".")
                ? String.valueOf(Double.parseDouble(number) + more)
                : String.valueOf(Long.parseLong(number) + more);
    }

    private static String without(String code, int from, int to) {
        String[] lines = code.split("\n", -1);
        for (int line = from; line < to; line++) {
            lines[line - 1] = "";
        }
        return String.join("\n", lines);
    }

    /// Returns the notes and cells of a program's notebook, or the sentence that refuses it.
    private static String cells(String code) {
        try {
            return KerasImport.notebook(code, "x").replaceFirst("(?s)\\*\\*Read:.*", "");
        } catch (PythonException told) {
            return told.getMessage();
        }
    }

    /// Returns whether the report of a notebook names a line as read.
    private static boolean isRead(String notebook, int line) {
        Matcher read = Pattern.compile("\\*\\*Read:\\*\\* lines? (.*)\\.\n").matcher(notebook);
        assertThat(read.find()).isTrue();
        for (String range : read.group(1).split(", ")) {
            String[] ends = range.split("–");
            if (line >= Integer.parseInt(ends[0]) && line <= Integer.parseInt(ends[ends.length - 1])) {
                return true;
            }
        }
        return false;
    }
}

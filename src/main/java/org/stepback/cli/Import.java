package org.stepback.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.RefusedException;
import org.stepback.interop.keras.KerasImport;
import org.stepback.interop.python.PythonException;

/// Makes a notebook of Keras code.
final class Import {
    private static final String USAGE =
            "Write “stepback import FILE [--out FILE.md]”. FILE is a Python program (.py) or a Jupyter notebook (.ipynb).";
    private static final int MAX_BYTES = 500_000;
    private static final int MAX_NUMBERS_BYTES = 2_000_000;

    private Import() {}

    /// Writes the notebook to a file, or to the standard output.
    ///
    /// @throws RefusedException with a sentence, where the code cannot be read
    static void run(List<String> args, PrintStream out) {
        Arguments arguments = new Arguments(args, List.of("--out"), USAGE);
        Path file = arguments.file();
        Optional<Path> target = arguments.output("--out");
        String notebook = notebook(file);
        if (target.isPresent()) {
            CommandFiles.write(target.get(), notebook);
            out.println("Wrote “" + target.get() + "”.");
        } else {
            out.print(notebook);
        }
    }

    /// Returns the numbers that an export keeps next to its program.
    private static Optional<String> numbers(Path program, String name) {
        boolean plain = name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*\\.json");
        Path file = program.resolveSibling(plain ? name : "numbers.json");
        return plain && Files.isRegularFile(file)
                ? Optional.of(CommandFiles.read(file, MAX_NUMBERS_BYTES))
                : Optional.empty();
    }

    private static String notebook(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        try {
            return KerasImport.notebook(CommandFiles.read(file, MAX_BYTES), name, other -> numbers(file, other));
        } catch (PythonException e) {
            String cell = e.cell() > 0 ? "code cell " + e.cell() + ":" : "";
            throw new RefusedException(file + ":" + cell + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
    }
}

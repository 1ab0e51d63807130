package org.stepback.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.export.Export;
import org.stepback.interop.export.Framework;

/// Makes a program of a notebook's training.
final class ExportCommand {
    private static final String USAGE =
            "Write “stepback export FILE.md --as keras|pytorch|numpy [--cell ID] [--out FILE.py]”.";

    private static final Set<String> HIDING =
            Set.of("keras.py", "numpy.py", "torch.py", "math.py", "json.py", "os.py", "pathlib.py");

    private ExportCommand() {}

    /// Writes the program to a file or to the standard output. Many numbers go into a file of their own in its folder.
    ///
    /// @throws RefusedException with a sentence, where the notebook cannot be read or exported
    static void run(List<String> args, PrintStream out) {
        Arguments arguments = new Arguments(args, List.of("--as", "--cell", "--out"), USAGE);
        TrainingSpec spec = TrainingSpec.of(arguments.notebook(), arguments.text("--cell"));
        Framework framework = framework(arguments);
        Optional<Path> program = arguments.output("--out");
        program.ifPresent(ExportCommand::requireOwnName);
        Optional<Path> numbers = program.map(ExportCommand::beside);
        String name = numbers.map(file -> file.getFileName().toString()).orElse("");
        Export export = Export.of(spec, framework, name);
        if (program.isEmpty()) {
            if (export.numbers().isPresent()) {
                throw arguments.refused("There are too many numbers to print: name a file with --out.");
            }
            out.print(export.code());
            return;
        }
        CommandFiles.write(program.get(), export.code());
        export.numbers().ifPresent(json -> CommandFiles.write(numbers.orElseThrow(), json));
        out.println("Wrote “" + program.get() + "”"
                + (export.numbers().isPresent() ? " and its numbers “" + numbers.get() + "”." : "."));
    }

    private static Framework framework(Arguments arguments) {
        String name = arguments
                .text("--as")
                .orElseThrow(() -> arguments.refused("What to export to is missing: --as keras, pytorch or numpy."));
        return Framework.named(name)
                .orElseThrow(() -> arguments.refused(NameSuggestions.unknown("framework", name, Framework.NAMES)));
    }

    /// Python first searches the program's folder for its imports.
    private static void requireOwnName(Path program) {
        String name = String.valueOf(program.getFileName());
        if (HIDING.contains(name)) {
            throw new RefusedException("A program with the name “" + name
                    + "” would hide what it needs from Python. Choose another name, such as “my_" + name + "”.");
        }
    }

    private static Path beside(Path program) {
        String name = String.valueOf(program.getFileName());
        return program.resolveSibling(name.replaceFirst("\\.py$", "") + ".json");
    }
}

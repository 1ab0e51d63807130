package org.stepback.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The commands without a page. Exit codes: 0 all is well, 1 something was found, 2 the command was not understood.
public final class Main {
    static final int WELL = 0;
    static final int FOUND = 1;
    static final int MISUSE = 2;

    private static final String USAGE = "Write “stepback lint [FOLDER]”; the folder is exercises where none is named.";

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out, err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.println("A command is missing. " + USAGE);
            return MISUSE;
        }
        List<String> rest = args.subList(1, args.size());
        return switch (args.getFirst()) {
            case "lint" -> lint(rest, out, err);
            case String unknown -> {
                err.println("There is no command “" + unknown + "”. " + USAGE);
                yield MISUSE;
            }
        };
    }

    private static int lint(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() > 1) {
            err.println("lint takes one folder, not " + args.size() + ". " + USAGE);
            return MISUSE;
        }
        Path folder = Path.of(args.isEmpty() ? "exercises" : args.getFirst());
        if (!Files.isDirectory(folder)) {
            err.println("There is no folder “" + folder + "”. Name the one that has course.yaml in it.");
            return MISUSE;
        }
        return Lint.run(folder, out) ? WELL : FOUND;
    }
}

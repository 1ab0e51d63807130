package org.stepback.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stepback.exercise.RefusedException;

/// The commands without a page. Exit codes: 0 all is well, 1 something was found, 2 the command was not understood.
public final class Main {
    static final int WELL = 0;
    static final int FOUND = 1;
    static final int MISUSE = 2;

    private static final String LINT_USAGE =
            "Write “stepback lint [FOLDER]”; the folder is exercises where none is named.";
    private static final List<String> COMMANDS =
            List.of("lint", "train", "import", "export", "names", "backup", "restore", "sign-out");

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Console console = System.console();
        System.exit(run(List.of(args), out, err, console != null && console.isTerminal()));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        return run(args, out, err, false);
    }

    /// @param terminal whether a person watches, so that lines may be drawn over
    static int run(List<String> args, PrintStream out, PrintStream err, boolean terminal) {
        int code = code(args, out, err, terminal);
        if (out.checkError()) {
            err.println("Not all that this command says could be written: nobody reads on, or the disk is full.");
            return MISUSE;
        }
        return code;
    }

    private static int code(List<String> args, PrintStream out, PrintStream err, boolean terminal) {
        try {
            if (args.isEmpty()) {
                throw new RefusedException("A command is missing. " + known());
            }
            List<String> rest = args.subList(1, args.size());
            return switch (args.getFirst()) {
                case "lint" -> lint(rest, out);
                case "train" -> Train.run(rest, out, err, terminal) ? WELL : FOUND;
                case "import" -> {
                    Import.run(rest, out);
                    yield WELL;
                }
                case "export" -> {
                    ExportCommand.run(rest, out);
                    yield WELL;
                }
                case "names" -> {
                    Vocabulary.print(rest, out);
                    yield WELL;
                }
                case "backup" -> BackupCommand.configured(out, err).backup(rest) ? WELL : FOUND;
                case "restore" -> BackupCommand.configured(out, err).restore(rest) ? WELL : FOUND;
                case "sign-out" -> SignOutCommand.configured(out, err).run(rest) ? WELL : FOUND;
                case String unknown -> throw new RefusedException("There is no command “" + unknown + "”. " + known());
            };
        } catch (RefusedException e) {
            err.println(e.getMessage());
        } catch (OutOfMemoryError e) {
            err.println("This needs more memory than there is. Use fewer samples, units or layers.");
        } catch (RuntimeException | StackOverflowError e) {
            err.println("This is a mistake in Stepback, not in what you wrote: " + e);
        }
        return MISUSE;
    }

    private static String known() {
        return "Known: " + String.join(", ", COMMANDS) + ".";
    }

    private static int lint(List<String> args, PrintStream out) {
        if (args.size() > 1) {
            throw new RefusedException("lint takes one folder, not " + args.size() + ". " + LINT_USAGE);
        }
        Path folder = Path.of(args.isEmpty() ? "exercises" : args.getFirst());
        if (!Files.isDirectory(folder)) {
            throw new RefusedException("There is no folder “" + folder + "”. Name the one that has course.yaml in it.");
        }
        return Lint.run(folder, out) ? WELL : FOUND;
    }
}

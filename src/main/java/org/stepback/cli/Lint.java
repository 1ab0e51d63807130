package org.stepback.cli;

import static org.stepback.number.NumberText.counted;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;
import org.stepback.grading.SelfTest;

/// Checks a course's files, then proves the grading of each exercise that reads well.
final class Lint {
    private Lint() {}

    /// Prints what is wrong as `file:line:column: message`, then what the self-tests found, then how many there are.
    ///
    /// @return whether all is well
    static boolean run(Path folder, PrintStream out) {
        CourseReading reading = CourseReader.read(folder);
        reading.problems()
                .forEach(problem -> out.println(folder.resolve(problem.file()) + ":" + problem.line() + ":"
                        + problem.column() + ": " + problem.message()));
        List<Exercise> exercises = reading.course().exercises();
        int found = reading.problems().size();
        for (Exercise exercise : exercises) {
            found += selfTest(folder, exercise, reading, out);
        }
        out.println(counted(exercises.size(), "exercise") + " read, "
                + (found == 0 ? "nothing wrong." : counted(found, "problem") + " found."));
        return found == 0;
    }

    private static int selfTest(Path folder, Exercise exercise, CourseReading reading, PrintStream out) {
        List<String> findings =
                SelfTest.findings(exercise, reading.key(exercise.slug()).orElseThrow());
        findings.forEach(finding -> out.println(folder.resolve(exercise.slug()) + ": " + finding));
        return findings.size();
    }
}

package org.stepback.interop.export;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.exercise.training.TrainingSpec;

/// The samples and starting weights of a program: in its text, or in a file of their own where they are many.
///
/// Every number is the shortest decimal that reads back as the same double.
final class Numbers {
    /// More numbers than this would bury the program.
    static final int MOST_WRITTEN = 6000;

    private final String fileName;
    private final boolean apart;
    private final StringBuilder file = new StringBuilder();

    private Numbers(String fileName, boolean apart) {
        this.fileName = fileName;
        this.apart = apart;
    }

    static Numbers of(TrainingSpec spec, String fileName) {
        long width = spec.split().train().inputs() + spec.split().train().outputs();
        long samples =
                spec.split().train().samples() + spec.split().validation().samples();
        return new Numbers(fileName, width * samples + spec.architecture().parameters() > MOST_WRITTEN);
    }

    /// Returns the content of the program's file of numbers, if there is one; known when the program is written.
    Optional<String> file() {
        return apart ? Optional.of("{" + file + "\n}\n") : Optional.empty();
    }

    /// Returns the lines that open the file; none where there is no file.
    String reading() {
        return apart ? """

                # its numbers lie in a file beside it
                numbers = json.loads(pathlib.Path(__file__).with_name(%s).read_text())
                """.formatted(Python.text(fileName)) : "";
    }

    /// Returns the imports that [#reading] needs.
    String imports() {
        return apart ? "import json\nimport pathlib\n" : "";
    }

    /// Returns an expression for the rows of a matrix, as a list of lists.
    String rows(String name, DMatrixRMaj matrix) {
        String lines = IntStream.range(0, matrix.numRows)
                .mapToObj(row -> row(matrix, row * matrix.numCols, matrix.numCols))
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n]"));
        return apart ? put(name, lines) : lines;
    }

    /// Returns an expression for the columns of a matrix, as a list of lists: one row a sample, or Keras's kernel.
    String columns(String name, DMatrixRMaj matrix) {
        return rows(name, CommonOps_DDRM.transpose(matrix, null));
    }

    /// Returns an expression for all numbers of a matrix, as one list.
    String flat(String name, DMatrixRMaj matrix) {
        String list = row(matrix, 0, matrix.getNumElements());
        return apart ? put(name, list) : list;
    }

    private String put(String name, String list) {
        file.append(file.isEmpty() ? "" : ",")
                .append('\n')
                .append(Python.text(name))
                .append(": ")
                .append(list);
        return "numbers[" + Python.text(name) + "]";
    }

    private static String row(DMatrixRMaj matrix, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Python.number(matrix.data[i]))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.interop.python.Statement;
import org.stepback.interop.python.StatementParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The code of a file: Python alone, or the code cells of a Jupyter notebook one after the other.
final class JupyterCells {
    private static final int MAX_CELLS = 500;
    /// Magics that a cell of Python may begin with; under another one stands something else.
    private static final Set<String> OF_PYTHON = Set.of("%%time", "%%timeit", "%%capture", "%%python", "%%python3");

    private JupyterCells() {}

    static List<Statement> statements(String code) {
        Optional<JsonNode> cells = cells(code);
        if (cells.isEmpty()) {
            return StatementParser.statements(code, 0);
        }
        List<Statement> all = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : cells.get()) {
            if (cell.path("cell_type").asString("").equals("code")) {
                if (++number > MAX_CELLS) {
                    throw new PythonException(
                            new Spot(number, 1, 1), "The notebook has more than " + MAX_CELLS + " code cells.");
                }
                String source = source(cell.path("source"));
                if (isPython(source)) {
                    all.addAll(StatementParser.statements(source, number));
                }
            }
        }
        return all;
    }

    private static Optional<JsonNode> cells(String code) {
        if (!code.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(code))
                    .map(json -> json.path("cells"))
                    .filter(JsonNode::isArray);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// The lines of a cell, as one text or as a list of them.
    private static String source(JsonNode source) {
        if (!source.isArray()) {
            return source.asString("");
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asString("")));
        return text.toString();
    }

    private static boolean isPython(String source) {
        String first = source.stripLeading().lines().findFirst().orElse("");
        return !first.startsWith("%%") || OF_PYTHON.contains(first.split("\\s")[0]);
    }
}

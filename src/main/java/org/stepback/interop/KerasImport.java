package org.stepback.interop;

/// Keras code, read into a notebook.
public final class KerasImport {
    private KerasImport() {}

    /// Returns the notebook's text: data, network and train cells for the code's Sequential network.
    ///
    /// @param code Python; it is read and never run
    /// @param name of the file that it comes from, for the title
    /// @throws PythonException with line, column and the nearest known name, where the code is not understood
    public static String notebook(String code, String name) {
        return NotebookText.of(KerasReader.read(code), name);
    }
}

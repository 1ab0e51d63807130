package org.stepback.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// `package.json` as it was before the lab ran.
///
/// Vaadin's development server writes the entries of a build in another order, and one list of two. A checkout would
/// then show a change that nobody made.
record NpmFile(Path file, String before) {
    static NpmFile read(Path file) throws IOException {
        return new NpmFile(file, Files.readString(file));
    }

    /// Writes the former text again, unless an entry was added, removed or changed.
    void putBack() throws IOException {
        String now = Files.readString(file);
        if (!now.equals(before) && entries(now).equals(entries(before))) {
            Files.writeString(file, before);
        }
    }

    private static Set<String> entries(String json) {
        return json.lines().map(line -> line.strip().replaceAll(",$", "")).collect(Collectors.toSet());
    }
}

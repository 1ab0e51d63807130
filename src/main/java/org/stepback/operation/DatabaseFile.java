package org.stepback.operation;

import java.nio.file.Path;

/// The file of an embedded H2 database, and what the lab keeps next to it.
///
/// @param base its path without the ending, as H2's addresses have it
record DatabaseFile(Path base) {
    static final String ENDING = ".mv.db";

    Path path() {
        return sibling(ENDING);
    }

    /// Returns the file that says how a person of this machine reaches the running lab.
    Path operator() {
        return sibling(".operator");
    }

    /// Returns the file that says how much the lab has stored so far.
    Path mark() {
        return sibling(".stored");
    }

    Path folder() {
        return base.toAbsolutePath().getParent();
    }

    DatabaseFile renamed(String suffix) {
        return new DatabaseFile(sibling(suffix));
    }

    private Path sibling(String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}

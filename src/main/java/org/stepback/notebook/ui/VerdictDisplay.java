package org.stepback.notebook.ui;

import org.stepback.grading.Graded;

/// A part of the page that shows what the grader said of one cell.
interface VerdictDisplay {
    String cell();

    void show(Graded graded);
}

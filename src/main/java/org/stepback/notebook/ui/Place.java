package org.stepback.notebook.ui;

/// A place in a cell, written as problems name it: `optimizer.adam.learning_rate`.
final class Place {
    private Place() {}

    /// The field that a place lies in: its first part.
    static String field(String place) {
        return place.split("[.\\[]", 2)[0];
    }
}

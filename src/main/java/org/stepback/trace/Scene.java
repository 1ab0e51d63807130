package org.stepback.trace;

import java.util.List;
import java.util.Optional;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;

/// The view of a stage of a step: what is done in words, the equation of the whole matrix, one number of it in symbols
/// and numbers, and the matrices.
///
/// @param sentences plain English
/// @param rule the equation of the matrices as TeX; may be empty
/// @param focus the number that the equation is about
public record Scene(Stage stage, String title, List<String> sentences, String rule, Quantity focus, List<Grid> grids) {
    public Scene {
        sentences = List.copyOf(sentences);
        grids = List.copyOf(grids);
    }

    /// @param sample the place in the mini-batch of the sample to look at; −1 for the whole
    /// @param row the unit to look at, and `column` its input, as far as there are so many
    public static Scene of(Trace trace, Stage stage, int sample, int row, int column) {
        Narration narration = new Narration(trace, stage, sample);
        return new Scene(
                stage,
                narration.title(),
                narration.sentences(),
                new StageRule(trace, stage).equation(),
                new Focus(trace, Math.max(0, sample), row, column).of(stage, sample < 0),
                new Grids(trace, sample).of(stage));
    }

    /// The equation of the number in focus.
    public Equation equation(Trace trace) {
        return new Equations(trace).of(focus);
    }

    /// Returns the place of a number: grid, row and column; empty where it is in none.
    public Optional<int[]> place(Quantity quantity) {
        int[] indices = indices(quantity);
        for (int grid = grids.size() - 1; grid >= 0; grid--) {
            Grid each = grids.get(grid);
            int row = indices[0];
            int column = each.columns() == 1 ? 0 : indices[1];
            if (row < each.rows()
                    && column < each.columns()
                    && each.at().of(row, column).equals(quantity)) {
                return Optional.of(new int[] {grid, row, column});
            }
        }
        return Optional.empty();
    }

    /// In which row and column of its matrix a number stands.
    static int[] indices(Quantity quantity) {
        return switch (quantity) {
            case Quantity.PerSample number -> new int[] {number.row(), number.sample()};
            case Quantity.PerWeight number ->
                new int[] {number.of().row(), number.of().column()};
            case Quantity.SampleLoss(int sample) -> new int[] {0, sample};
            case Quantity.SampleWeight(int sample) -> new int[] {0, sample};
            case Quantity.Mean(int _, int index) -> new int[] {index, 0};
            case Quantity.Inverse(int _, int index) -> new int[] {index, 0};
            case Quantity.BatchLoss _ -> new int[] {0, 0};
        };
    }
}

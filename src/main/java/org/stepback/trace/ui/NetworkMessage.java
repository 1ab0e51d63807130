package org.stepback.trace.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.ui.Message;
import org.stepback.ui.chart.Packed;

/// A network at one moment for its picture: of a wide layer the first units, of a deep network its ends.
///
/// @param gapBefore before this column `gap` layers are left out; 0 where none are
/// @param of the source of the units' values, such as `sample (3)` or `the mean over 32 samples`
/// @param side of each heat map, 0 where there are none
record NetworkMessage(List<ColumnMessage> columns, int gapBefore, int gap, String of, int side) implements Message {
    /// @param layer from 0; −1 for the inputs
    /// @param units all that there are
    /// @param dead the units that give the same, with a slope of 0, for all samples of the mini-batch
    /// @param weights of the links from the column before, row by row; null where each unit has one link. Of a run
    // that
    /// trains either these or `gradients`
    /// @param single whether each unit has one link
    /// @param heat base64 of one byte a place, unit by unit, 128 for 0; null where there are no maps
    record ColumnMessage(
            int layer,
            String name,
            String activation,
            int units,
            boolean frozen,
            Packed z,
            Packed a,
            Packed delta,
            List<Integer> dead,
            @Nullable Packed weights,
            @Nullable Packed gradients,
            boolean single,
            @Nullable String heat)
            implements Message {}
}

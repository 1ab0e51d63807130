package org.stepback.ui.chart;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Base64;
import java.util.List;
import org.stepback.ui.Message;

/// Distributions at the moments of a run, one behind the other, the newest in front.
@Tag("sb-ridges")
@JsModule("./graph/sb-ridges.ts")
public final class Ridges extends Figure {
    /// The distribution of some numbers at a step.
    ///
    /// @param low the smallest of them, NaN where there is none
    /// @param high the largest
    /// @param bins how many lie in each of some equal parts, the fullest 255
    public record Row(long step, double low, double high, byte[] bins) {}

    record RowMessage(long step, String low, String high, String bins) implements Message {
        static RowMessage of(Row row) {
            return new RowMessage(
                    row.step(),
                    Float.toString((float) row.low()),
                    Float.toString((float) row.high()),
                    Base64.getEncoder().encodeToString(row.bins()));
        }
    }

    public Ridges(String heading, String help) {
        super(heading, help);
    }

    /// Names the numbers.
    public void axis(String name) {
        getElement().setProperty("xName", name);
    }

    /// Shows these rows, the oldest first, in place of those before.
    public void rows(List<Row> rows) {
        getElement()
                .setPropertyList("moments", rows.stream().map(RowMessage::of).toList());
        sent();
    }
}

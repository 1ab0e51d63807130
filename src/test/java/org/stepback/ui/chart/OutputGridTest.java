package org.stepback.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OutputGridTest {
    @Test
    void ranges_over_the_finite_outputs_and_marks_the_others() {
        ObjectNode message = json(OutputGrid.ofValues(2, new double[] {-1, 3, Double.NaN, Double.POSITIVE_INFINITY}));

        assertThat(message.get("low").asDouble()).isEqualTo(-1);
        assertThat(message.get("high").asDouble()).isEqualTo(3);
        assertThat(codes(message)).containsExactly(1, 65_535, 0, 0);
    }

    @Test
    void copes_with_outputs_that_are_all_the_same_or_none() {
        assertThat(codes(json(OutputGrid.ofValues(2, new double[] {7, 7, 7, 7}))))
                .containsOnly(1);
        double nan = Double.NaN;
        assertThat(codes(json(OutputGrid.ofValues(2, new double[] {nan, nan, nan, nan}))))
                .containsOnly(0);
    }

    @Property
    void keeps_values_to_a_thousandth_of_their_range(@ForAll @Size(9) double[] outputs) {
        ObjectNode message = json(OutputGrid.ofValues(3, outputs));

        double low = message.get("low").asDouble();
        double span = message.get("high").asDouble() - low;
        int[] codes = codes(message);
        for (int i = 0; i < outputs.length; i++) {
            if (codes[i] > 0) {
                assertThat(low + (codes[i] - 1) / 65_534.0 * span).isCloseTo(outputs[i], within(span / 1000));
            }
        }
    }

    @Test
    void names_the_winning_class_and_how_sure_it_is() {
        double[] outputs = {0.7, 0.2, 0.1, 1, /* class 1 */ 0.3, 0.8, 0.1, 0, /* class 2 */ 0, 0, 0.8, 0};

        assertThat(codes(json(OutputGrid.ofClasses(2, 3, outputs))))
                .containsExactly(256 * 179, 1 + 256 * 204, 2 + 256 * 204, 256 * 255);
    }

    @Test
    void refuses_the_wrong_number_of_outputs() {
        assertThatThrownBy(() -> OutputGrid.ofValues(3, new double[8])).hasMessageContaining("Expected 9 outputs");
        assertThatThrownBy(() -> OutputGrid.ofClasses(2, 3, new double[4])).hasMessageContaining("Expected 12 outputs");
        assertThatThrownBy(() -> OutputGrid.ofClasses(2, 1, new double[4])).hasMessageContaining("2 to 255 classes");
        assertThatThrownBy(() -> OutputGrid.ofValues(1000, new double[1])).hasMessageContaining("2 to 128 cells");
    }

    @Test
    void frames_the_data_with_room_around_it() {
        var frame = OutputGrid.Frame.around(new double[] {0, 10, Double.NaN}, new double[] {5, 5});

        assertThat(frame.xMin()).isEqualTo(-1);
        assertThat(frame.xMax()).isEqualTo(11);
        assertThat(frame.yMin()).isLessThan(5);
        assertThat(frame.yMax()).isGreaterThan(5);
        assertThat(frame.x(0, 4)).isEqualTo(0.5);
        assertThat(OutputGrid.Frame.around(new double[0], new double[0])).isEqualTo(new OutputGrid.Frame(-1, 1, -1, 1));
        assertThatThrownBy(() -> new OutputGrid.Frame(1, 1, 0, 1)).hasMessageContaining("smaller to a larger");
    }

    private static int[] codes(ObjectNode message) {
        byte[] bytes = Base64.getDecoder().decode(message.get("data").asString());
        int[] codes = new int[bytes.length / 2];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (bytes[2 * i] & 0xFF) + 256 * (bytes[2 * i + 1] & 0xFF);
        }
        return codes;
    }

    private static ObjectNode json(OutputGrid grid) {
        return JsonMapper.shared().valueToTree(grid);
    }
}

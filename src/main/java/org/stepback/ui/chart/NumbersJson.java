package org.stepback.ui.chart;

import org.stepback.number.PackedNumbers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers in few bytes within a message to a page: base64 under the key `f`, of floats, or `d`, of doubles.
public final class NumbersJson {
    private NumbersJson() {}

    public static ObjectNode of(double[] numbers) {
        return of(PackedNumbers.of(numbers));
    }

    public static ObjectNode of(PackedNumbers numbers) {
        return JsonNodeFactory.instance.objectNode().put(String.valueOf(numbers.form()), numbers.base64());
    }
}

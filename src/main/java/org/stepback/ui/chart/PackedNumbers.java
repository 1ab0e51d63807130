package org.stepback.ui.chart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Numbers for a picture in few bytes: base64 of floats, which have seven digits, little-endian, under the key `f`.
///
/// Where one of them is too large or too small for a float, as an exploding gradient may be, all are doubles, under
/// the key `d`. NaN and infinity are kept.
public final class PackedNumbers {
    private PackedNumbers() {}

    public static ObjectNode of(double[] numbers) {
        ObjectNode packed = JsonNodeFactory.instance.objectNode();
        boolean floats = Arrays.stream(numbers).allMatch(PackedNumbers::fitsFloat);
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * (floats ? Float.BYTES : Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (floats) {
                bytes.putFloat((float) number);
            } else {
                bytes.putDouble(number);
            }
        }
        return packed.put(floats ? "f" : "d", Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static boolean fitsFloat(double number) {
        double size = Math.abs(number);
        return number == 0 || !Double.isFinite(number) || size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE;
    }
}

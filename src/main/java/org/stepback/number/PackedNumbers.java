package org.stepback.number;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/// Numbers for a page in few bytes: base64, little-endian. NaN and infinity are kept.
///
/// @param form `f` for floats, which have seven digits, `d` for doubles
public record PackedNumbers(char form, String base64) {
    /// Packs numbers for a picture: as floats, or all as doubles where one of them is too large or too small for a
    /// float, as an exploding gradient may be.
    public static PackedNumbers of(double... numbers) {
        return Arrays.stream(numbers).allMatch(PackedNumbers::fitsFloat) ? floats(numbers) : doubles(numbers);
    }

    public static PackedNumbers floats(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putFloat((float) number);
        }
        return new PackedNumbers('f', Base64.getEncoder().encodeToString(bytes.array()));
    }

    public static PackedNumbers doubles(double... numbers) {
        return new PackedNumbers(
                'd', Base64.getEncoder().encodeToString(bytes(ByteOrder.LITTLE_ENDIAN, numbers, numbers.length)));
    }

    /// Returns the bytes of the first `count` doubles.
    public static byte[] bytes(ByteOrder order, double[] numbers, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(order);
        bytes.asDoubleBuffer().put(numbers, 0, count);
        return bytes.array();
    }

    private static boolean fitsFloat(double number) {
        double size = Math.abs(number);
        return number == 0 || !Double.isFinite(number) || size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE;
    }
}

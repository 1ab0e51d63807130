package org.stepback.nn.setting;

import java.util.Locale;
import java.util.regex.Pattern;

/// Keras's names, made from the names of records: `MeanSquaredError` is `mean_squared_error`.
public final class RecordNames {
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private RecordNames() {}

    public static String of(Record part) {
        return NEXT_WORD
                .matcher(part.getClass().getSimpleName())
                .replaceAll("_")
                .toLowerCase(Locale.ROOT);
    }
}

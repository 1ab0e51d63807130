package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import org.stepback.nn.Checkpoint;
import org.stepback.training.series.NewPoints;
import org.stepback.training.series.Series;

/// Compares what runs gave bit for bit; recursive comparisons let the last digits of doubles differ.
public final class Bits {
    private Bits() {}

    /// All but the seconds that it took.
    public static void assertSame(RunStatus actual, RunStatus expected) {
        for (RecordComponent component : RunStatus.class.getRecordComponents()) {
            if (!component.getName().equals("seconds")) {
                assertThat(value(component, actual)).as(component.getName()).isEqualTo(value(component, expected));
            }
        }
    }

    private static Object value(RecordComponent component, RunStatus status) {
        try {
            return component.getAccessor().invoke(status);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    public static void assertSame(NewPoints actual, NewPoints expected) {
        assertThat(all(actual)).isDeepEqualTo(all(expected));
    }

    public static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.weights()).isEqualTo(expected.weights());
        assertThat(actual.optimizerState()).isEqualTo(expected.optimizerState());
        assertThat(actual.updates()).isEqualTo(expected.updates());
        assertThat(actual.epochState()).isEqualTo(expected.epochState());
    }

    public static void assertSame(Series actual, Series expected) {
        assertThat(all(actual.since(-1))).isDeepEqualTo(all(expected.since(-1)));
    }

    private static Object[][] all(Series.Points points) {
        return new Object[][] {{points.stride(), points.steps(), points.columns()}};
    }

    private static Object[][] all(NewPoints points) {
        NewPoints.Steps s = points.steps();
        NewPoints.EpochEnds e = points.epochEnds();
        return new Object[][] {
            {s.stride(), s.step(), s.loss(), s.accuracy(), s.learningRate()},
            {points.layers().stride(), points.layers().step(), points.layers().columns()},
            {e.stride(), e.step(), e.trainingLoss(), e.trainingAccuracy(), e.validationLoss(), e.validationAccuracy()}
        };
    }
}

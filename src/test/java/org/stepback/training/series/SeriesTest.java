package org.stepback.training.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepback.training.Bits;

class SeriesTest {
    @Test
    void a_full_series_keeps_every_second_point_and_both_ends() {
        Series series = filled(2_000, 1);
        assertThat(series.since(-1).steps()).hasSize(2_000);

        series.add(2_001, row(2_001));

        Series.Points points = series.since(-1);
        assertThat(points.stride()).isEqualTo(2);
        assertThat(points.steps()).hasSize(1_002).startsWith(1, 2, 4).endsWith(1_998, 2_000, 2_001);
    }

    @Test
    void the_last_point_gives_way_to_the_next_where_it_is_off_the_stride() {
        Series series = filled(2_001, 1);

        series.add(2_002, row(2_002));
        series.add(2_003, row(2_003));

        assertThat(series.since(1_998).steps()).containsExactly(2_000, 2_002, 2_003);
    }

    @Test
    void numbers_that_are_not_finite_come_back_as_they_were() {
        Series series = new Series(3, 1);

        series.add(1, new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});

        double[][] columns = series.since(-1).columns();
        assertThat(columns[0]).containsExactly(Double.NaN);
        assertThat(columns[1]).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(columns[2]).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_step_that_does_not_follow_the_last_one_is_refused() {
        Series series = filled(3, 1);

        assertThatThrownBy(() -> series.add(3, row(3))).hasMessage("Step 3 does not follow step 3.");
    }

    @Test
    void a_series_of_a_hundred_million_steps_takes_no_more_memory_than_its_bound() {
        Series series = new Series(22, 1);
        double[] row = new double[22];
        for (long step = 1; step <= 100_000_000L; step += 50) { // the steps between change nothing but the last point
            series.add(step, row);
        }

        assertThat(series.bytes()).isLessThanOrEqualTo(8L * Series.CAPACITY * 23);
    }

    @Property
    void it_keeps_the_first_the_last_and_the_multiples_of_the_smallest_stride_that_fits(
            @ForAll @LongRange(min = 0, max = 1) long first,
            @ForAll @IntRange(min = 1, max = 500) int count,
            @ForAll @IntRange(min = 3, max = 40) int capacity,
            @ForAll @IntRange(min = 1, max = 9) int unit) {
        Series series = new Series(1, unit, capacity);
        long last = (first + count - 1) * unit;
        for (long step = first * unit; step <= last; step += unit) {
            series.add(step, row(step));
        }

        Series.Points points = series.since(-1);
        assertThat(points.steps()).isEqualTo(kept(first * unit, last, points.stride()));
        assertThat(points.steps().length).isLessThanOrEqualTo(capacity);
        if (points.stride() > unit) { // a smaller stride would not have fitted when it was last doubled
            assertThat(kept(first * unit, last, points.stride() / 2).length).isGreaterThanOrEqualTo(capacity - 1);
        }
        assertThat(points.columns()[0])
                .isEqualTo(
                        LongStream.of(points.steps()).mapToDouble(step -> -step).toArray());
    }

    @Property
    void a_reader_who_comes_now_and_then_has_the_same_points_as_one_who_comes_at_the_end(
            @ForAll("gaps") @Size(max = 60) List<Integer> addedBetweenReads,
            @ForAll @IntRange(min = 3, max = 20) int capacity) {
        Series series = new Series(1, 1, capacity);
        Reader reader = new Reader(capacity);
        long step = 0;
        for (int added : addedBetweenReads) {
            for (int i = 0; i < added; i++) {
                series.add(++step, row(step));
            }
            reader.read(series);
        }

        assertThat(reader.held()).isEqualTo(series.since(-1).steps());
    }

    @Property
    void a_reader_of_a_thinner_series_has_the_first_the_last_and_the_multiples_of_its_stride(
            @ForAll("gaps") @Size(max = 60) List<Integer> addedBetweenReads,
            @ForAll @IntRange(min = 3, max = 20) int capacity,
            @ForAll @IntRange(min = 2, max = 12) int most) {
        Series series = new Series(1, 1, capacity);
        Reader reader = new Reader(most);
        long step = 0;
        for (int added : addedBetweenReads) {
            for (int i = 0; i < added; i++) {
                series.add(++step, row(step));
            }
            reader.read(series);
        }

        Series.Points points = series.since(-1, most);
        assertThat(reader.held()).isEqualTo(points.steps());
        assertThat(points.steps()).isEqualTo(step == 0 ? new long[0] : kept(1, step, points.stride()));
        assertThat(points.steps().length).isLessThanOrEqualTo(most + 2);
    }

    @Property
    void nothing_comes_twice(
            @ForAll("gaps") @Size(max = 60) List<Integer> addedBetweenReads,
            @ForAll @IntRange(min = 3, max = 20) int capacity) {
        Series series = new Series(1, 1, capacity);
        List<Long> received = new ArrayList<>();
        long step = 0;
        for (int added : addedBetweenReads) {
            for (int i = 0; i < added; i++) {
                series.add(++step, row(step));
            }
            long cursor = received.isEmpty() ? -1 : received.getLast();
            LongStream.of(series.since(cursor).steps()).forEach(received::add);
        }

        assertThat(received).doesNotHaveDuplicates().isSorted();
    }

    @Property
    void what_is_written_and_read_goes_on_as_if_nothing_had_been(
            @ForAll @IntRange(min = 0, max = 300) int before,
            @ForAll @IntRange(min = 0, max = 300) int after,
            @ForAll @IntRange(min = 3, max = 40) int capacity)
            throws IOException {
        Series unbroken = new Series(1, 1, capacity);
        Series restored = new Series(1, 1, capacity);
        add(unbroken, 1, before);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        unbroken.write(new DataOutputStream(bytes));
        restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        add(unbroken, before + 1, before + after);
        add(restored, before + 1, before + after);

        Bits.assertSame(restored, unbroken);
    }

    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.integers().between(0, 25).list();
    }

    private static Series filled(long last, int width) {
        Series series = new Series(width, 1);
        add(series, 1, last);
        return series;
    }

    private static void add(Series series, long first, long last) {
        for (long step = first; step <= last; step++) {
            series.add(step, row(step));
        }
    }

    private static double[] row(long step) {
        return new double[] {-step};
    }

    private static long[] kept(long first, long last, long stride) {
        return LongStream.rangeClosed(first, last)
                .filter(step -> step == first || step % stride == 0 || step == last)
                .toArray();
    }

    /// Does what a page does: adds what is new, and thins by the stride that holds now.
    private static final class Reader {
        private final List<Long> held = new ArrayList<>();
        private final int most;

        Reader(int most) {
            this.most = most;
        }

        void read(Series series) {
            Series.Points points = series.since(held.isEmpty() ? -1 : held.getLast(), most);
            LongStream.of(points.steps()).forEach(held::add);
            if (!held.isEmpty()) {
                long first = held.getFirst();
                long last = held.getLast();
                held.removeIf(step -> step != first && step != last && step % points.stride() != 0);
            }
        }

        long[] held() {
            return held.stream().mapToLong(Long::longValue).toArray();
        }
    }
}

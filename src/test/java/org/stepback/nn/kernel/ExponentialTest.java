package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Property(tries = 5000)
    void is_within_one_unit_in_the_last_place(@ForAll @DoubleRange(min = -745, max = 745) double x) {
        double exact = StrictMath.exp(x);
        if (x > Exponential.LOWEST && x < Exponential.HIGHEST) {
            assertThat(Math.abs(Exponential.of(x) - exact)).as("e^" + x).isLessThanOrEqualTo(Math.ulp(exact));
        }
    }

    @Property(tries = 5000)
    void missing_keeps_its_digits(@ForAll @DoubleRange(min = -745, max = 0) double x) {
        assertThat(Exponential.missing(x)).isCloseTo(-StrictMath.expm1(x), withinPercentage(1e-13));
    }

    @Test
    void ends() {
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(Double.NaN)).isNaN();
        assertThat(Exponential.of(1e308)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.of(-1e308)).isEqualTo(0);
        assertThat(Exponential.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Exponential.of(709.78)).isFinite();
        assertThat(Exponential.of(-708.39)).isPositive();
        assertThat(Exponential.missing(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(Exponential.missing(0)).isZero();
        assertThat(Exponential.missing(Double.NaN)).isNaN();
    }

    @Test
    void is_zero_only_where_it_would_be_subnormal() {
        assertThat(Exponential.of(-708.3964)).isCloseTo(StrictMath.exp(-708.3964), withinPercentage(1e-12));
        assertThat(Exponential.of(-708.4)).isZero();
        assertThat(StrictMath.exp(-708.4)).isLessThan(1.0001 * Double.MIN_NORMAL);
    }
}

package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Adam;
import org.stepback.nn.NonFinite;
import org.stepback.nn.Sgd;

class RunCodecTest {
    private static final RunSetup SETUP = Setups.watched(30);
    private static final byte[] BYTES = RunCodec.encode(image(Optional.empty()));

    @Test
    void what_is_written_comes_back_bit_for_bit() throws IOException {
        RunImage image = image(Optional.of(new NonFinite(37, 2, "kernel")));
        image.checkpoint().weights()[0] = Double.NaN;
        image.checkpoint().weights()[1] = -0.0;
        image.checkpoint().weights()[2] = Double.NEGATIVE_INFINITY;

        RunCodec.Content read = RunCodec.decode(RunCodec.encode(image), SETUP);

        Bits.assertSame(read.checkpoint(), image.checkpoint());
        Bits.assertSame(read.points().steps(), image.points().steps());
        Bits.assertSame(read.points().epochEnds(), image.points().epochEnds());
        assertThat(read.nonFinite()).isEqualTo(image.control().nonFinite());
        assertThat(read.pauseThere()).isEqualTo("Rewound.");
    }

    @Property(tries = 200)
    void a_changed_byte_is_noticed(@ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte change) {
        byte[] damaged = BYTES.clone();
        damaged[at % damaged.length] ^= change == 0 ? 1 : change;

        assertThatThrownBy(() -> RunCodec.decode(damaged, SETUP)).isInstanceOf(IOException.class);
    }

    @Property(tries = 200)
    void a_missing_end_is_noticed(@ForAll @IntRange(min = 0, max = 100_000) int length) {
        byte[] cut = Arrays.copyOf(BYTES, length % BYTES.length);

        assertThatThrownBy(() -> RunCodec.decode(cut, SETUP)).isInstanceOf(IOException.class);
    }

    @Property
    void garbage_is_refused(@ForAll @Size(max = 200) byte[] garbage) {
        assertThatThrownBy(() -> RunCodec.decode(garbage, SETUP)).isInstanceOf(IOException.class);
    }

    @Test
    void a_run_of_another_network_or_optimizer_is_refused() {
        byte[] bytes = RunCodec.encode(image(Setups.small(30), Optional.empty()));
        RunSetup wider = Setups.classify(50, 16, 30, 0.2, new Adam(), 6);
        RunSetup plainer = Setups.classify(50, 16, 30, 0.2, new Sgd(), 5);

        assertThatThrownBy(() -> RunCodec.decode(bytes, wider)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RunCodec.decode(bytes, plainer)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RunCodec.decode(bytes, SETUP)).isInstanceOf(IOException.class);
    }

    private static RunImage image(Optional<NonFinite> nonFinite) {
        return image(SETUP, nonFinite);
    }

    private static RunImage image(RunSetup setup, Optional<NonFinite> nonFinite) {
        RunEngine engine = new RunEngine(setup);
        for (int i = 0; i < 60 && !engine.isDone(); i++) {
            if (engine.isEvaluating()) {
                engine.evaluateSome();
            } else {
                engine.step();
            }
        }
        RunControl.View view = new RunControl.View(RunState.RUNNING, "", nonFinite, Pace.FULL, "Rewound.");
        return new RunImage(view, engine.checkpoint(), engine.record().copy());
    }
}

package org.stepback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.NonFinite;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.training.pace.Pace;

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

    @Test
    void a_fork_keeps_how_many_updates_its_optimizer_made() throws IOException {
        RunSetup fork = Setups.fork(30);
        RunImage image = image(fork, Optional.empty());
        assertThat(image.checkpoint().updates())
                .isEqualTo(image.checkpoint().step() - 7)
                .isPositive();

        Bits.assertSame(RunCodec.decode(RunCodec.encode(image), fork).checkpoint(), image.checkpoint());
    }

    @Test
    void runs_that_earlier_versions_wrote_are_read() throws IOException {
        RunImage image = image(Optional.empty());
        Checkpoint checkpoint = image.checkpoint();
        int updatesAt = Integer.BYTES + Long.BYTES + bytes(checkpoint.weights()) + bytes(checkpoint.optimizerState());
        byte[] third = earlier(3, BYTES, updatesAt, Long.BYTES);
        int pauseAt = updatesAt + bytes(checkpoint.epochState()) + 1;
        byte[] second = earlier(2, third, pauseAt, Short.BYTES + "Rewound.".length());

        for (byte[] bytes : List.of(third, second)) {
            RunCodec.Content read = RunCodec.decode(bytes, SETUP);
            Bits.assertSame(read.checkpoint(), checkpoint);
            Bits.assertSame(read.points().steps(), image.points().steps());
            assertThat(read.pauseThere()).isEqualTo(bytes == third ? "Rewound." : "");
        }
    }

    private static int bytes(double[] values) {
        return Integer.BYTES + values.length * Double.BYTES;
    }

    /// The same run as an earlier version wrote it, which lacked some bytes.
    private static byte[] earlier(int version, byte[] bytes, int at, int lacking) {
        ByteBuffer earlier = ByteBuffer.allocate(bytes.length - lacking)
                .put(bytes, 0, at)
                .put(bytes, at + lacking, bytes.length - at - lacking)
                .putInt(0, version);
        CRC32C checksum = new CRC32C();
        int end = earlier.capacity() - Integer.BYTES;
        checksum.update(earlier.array(), 0, end);
        return earlier.putInt(end, (int) checksum.getValue()).array();
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

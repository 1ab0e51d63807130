package org.stepback.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.stepback.nn.Checkpoint;
import org.stepback.nn.NonFinite;
import org.stepback.number.PackedNumbers;

/// Writes the checkpoint and the points of a run as bytes, and reads them back, every double exactly.
///
/// Layout, big-endian: version, step, weights, optimizer state, of how many updates that is (since version 4), what
/// callbacks remember, the number that stopped being finite if any, why it is to pause at the end of a repeated past
/// (since version 3), the series, the moments and the clock, and a CRC-32C of all before it. A length is checked
/// against what the run should have before anything of that length is allocated.
final class RunCodec {
    private static final int VERSION = 4;
    private static final int OLDEST = 2;
    private static final int CHECKSUM = Integer.BYTES;

    private RunCodec() {}

    record Content(Optional<NonFinite> nonFinite, String pauseThere, Checkpoint checkpoint, RunRecord.Copy points) {}

    static byte[] encode(RunImage image) {
        Checkpoint checkpoint = image.checkpoint();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(checkpoint.step());
            write(out, checkpoint.weights());
            write(out, checkpoint.optimizerState());
            out.writeLong(checkpoint.updates());
            write(out, checkpoint.epochState());
            write(out, image.control().nonFinite());
            out.writeUTF(image.control().pauseThere());
            image.points().steps().write(out);
            image.points().layers().write(out);
            image.points().epochEnds().write(out);
            image.points().moments().write(out);
            image.points().clock().write(out);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written to
        }
        return bytes.toByteArray();
    }

    /// @throws IOException where the bytes are damaged, of another version or of another setup
    static Content decode(byte[] bytes, RunSetup setup) throws IOException {
        int length = bytes.length - CHECKSUM;
        if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
            throw new IOException("the checksum differs");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        int version = in.readInt();
        if (version < OLDEST || version > VERSION) {
            throw new IOException("another version");
        }
        long step = in.readLong();
        double[] weights = readDoubles(in, setup.architecture().parameters());
        double[] optimizerState = readDoubles(
                in,
                setup.architecture().trainableParameters()
                        * setup.at(step).settings().optimizer().rule().slots().size());
        long updates = version < 4 ? step : in.readLong();
        double[] epochState = readDoubles(
                in, setup.at(step).settings().epochState(setup.architecture().parameters()));
        Optional<NonFinite> nonFinite = readNonFinite(in);
        String pauseThere = version < 3 ? "" : in.readUTF();
        RunRecord.Copy points = RunRecord.empty(setup);
        points.steps().read(in);
        points.layers().read(in);
        points.epochEnds().read(in);
        points.moments().read(in);
        points.clock().read(in);
        if (in.read() >= 0) {
            throw new IOException("more than a run");
        }
        return new Content(
                nonFinite, pauseThere, new Checkpoint(step, weights, optimizerState, updates, epochState), points);
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        out.write(PackedNumbers.bytes(ByteOrder.BIG_ENDIAN, values, values.length));
    }

    private static double[] readDoubles(DataInputStream in, long expected) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException("another number of weights");
        }
        double[] values = new double[length];
        byte[] raw = new byte[length * Double.BYTES];
        in.readFully(raw);
        ByteBuffer.wrap(raw).asDoubleBuffer().get(values);
        return values;
    }

    private static void write(DataOutputStream out, Optional<NonFinite> nonFinite) throws IOException {
        out.writeBoolean(nonFinite.isPresent());
        if (nonFinite.isPresent()) {
            out.writeLong(nonFinite.get().step());
            out.writeInt(nonFinite.get().layer());
            out.writeUTF(nonFinite.get().what());
        }
    }

    private static Optional<NonFinite> readNonFinite(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new NonFinite(in.readLong(), in.readInt(), in.readUTF()))
                : Optional.empty();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}

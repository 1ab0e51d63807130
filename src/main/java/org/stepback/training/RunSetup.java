package org.stepback.training;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Architecture;
import org.stepback.nn.Network;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.replay.Checkpoints;
import org.stepback.nn.replay.Replay;
import org.stepback.number.NumberText;
import org.stepback.number.PackedNumbers;

/// All that a run's numbers depend on.
///
/// @param slug the exercise's
/// @param configuration the cells that it was built from, as JSON; equal texts mean equal cells
/// @param pasts of a fork, the first first, each with the settings that held until its step
public record RunSetup(String slug, String configuration, TrainingSpec spec, List<Past> pasts) {
    private static final String FORK = "\n@";

    /// For each parameter itself, the optimizer's three, and the best so far.
    static final int CHECKPOINT_NUMBERS = 5;

    public RunSetup {
        pasts = List.copyOf(pasts);
    }

    /// Settings that held before, until a step; a fork has those of the run that it left.
    record Past(RunSetup setup, long until) {}

    /// A setup without a past.
    public RunSetup(String slug, String configuration, TrainingSpec spec) {
        this(slug, configuration, spec, List.of());
    }

    /// The id of the train cell.
    public String cell() {
        return spec.train().id();
    }

    public Architecture architecture() {
        return spec.architecture();
    }

    public TrainerSettings settings() {
        return spec.settings();
    }

    public Dataset train() {
        return spec.split().train();
    }

    /// The samples to validate with; there may be none.
    public Dataset validation() {
        return spec.split().validation();
    }

    public int epochs() {
        return spec.train().epochs();
    }

    public int stepsPerEpoch() {
        return spec.stepsPerEpoch();
    }

    public long totalSteps() {
        return spec.totalSteps();
    }

    /// The same training with the past of another run, up to a step.
    ///
    /// @throws RefusedException where the past could not have been that run's, or leaves no step
    RunSetup forkOf(RunSetup other, long step) {
        boolean fits = architecture().equals(other.architecture())
                && settings().batchSize() == other.settings().batchSize()
                && startDigest().equals(other.startDigest());
        if (!fits) {
            throw new RefusedException("A fork keeps the run's past, so its data, network and batch size must stay as"
                    + " they were. Change the loss, the optimizer, its learning rate, the seed or the epochs.");
        }
        if (step < 1 || step >= totalSteps()) {
            throw new RefusedException("A fork leaves its run at a step from 1 to %s. To fork later, raise the epochs."
                    .formatted(NumberText.grouped(totalSteps() - 1)));
        }
        List<Past> all = new ArrayList<>(
                other.pasts.stream().filter(past -> past.until() < step).toList());
        all.add(new Past(other.at(step - 1), step));
        return new RunSetup(slug, configuration, spec, all);
    }

    /// The settings that hold once so many steps are done.
    RunSetup at(long steps) {
        return pasts.stream()
                .filter(past -> steps < past.until())
                .findFirst()
                .map(Past::setup)
                .orElse(this);
    }

    /// The configuration, with that of its pasts before it where it is a fork: all that it is built from again.
    String lineage() {
        StringBuilder all = new StringBuilder();
        pasts.forEach(past -> all.append(past.setup().configuration())
                .append(FORK)
                .append(past.until())
                .append('\n'));
        return all.append(configuration).toString();
    }

    /// Its steps, to be walked through.
    ///
    /// @throws RefusedException with a sentence, where data, network and loss do not fit together
    public Replay replay() {
        return new Replay(
                new Progression(this),
                new Checkpoints(CHECKPOINT_NUMBERS * architecture().parameters()));
    }

    public CostEstimate estimate() {
        return CostEstimate.of(
                architecture(),
                train().samples(),
                validation().samples(),
                settings().batchSize(),
                epochs());
    }

    /// A hash of the configuration, the samples and the first weights: where it differs, the run would too.
    String fingerprint() {
        return digest(lineage());
    }

    /// A hash of the samples and the first weights alone.
    private String startDigest() {
        return digest("");
    }

    private String digest(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        for (Dataset part : List.of(train(), validation())) {
            update(digest, part.x());
            update(digest, part.y());
        }
        Network network = spec.network();
        for (int layer = 0; layer < network.layers(); layer++) {
            update(digest, network.kernel(layer));
            update(digest, network.bias(layer));
            network.weights(layer).statistics().forEach(statistic -> update(digest, statistic));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, DMatrixRMaj matrix) {
        digest.update(PackedNumbers.bytes(ByteOrder.BIG_ENDIAN, matrix.data, matrix.getNumElements()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package org.stepback.playground.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Evaluation;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.number.PackedNumbers;
import org.stepback.playground.PlaygroundRun;
import org.stepback.playground.Snapshot;
import org.stepback.training.ui.LessonPart;
import org.stepback.ui.Message;

/// The run as it stands.
///
/// @param weights base64 of floats
record FrameMessage(
        long network,
        long step,
        long epoch,
        double rate,
        boolean playing,
        String notice,
        boolean broken,
        String weights,
        Score train,
        Score test,
        List<DiagnosisMessage> diagnoses,
        int[] cut,
        long @Nullable [][] matrix)
        implements Message {
    static FrameMessage of(PlaygroundRun.View view, Snapshot snapshot) {
        return new FrameMessage(
                snapshot.network(),
                snapshot.step(),
                snapshot.epoch(),
                snapshot.learningRate(),
                view.playing(),
                snapshot.ended().isEmpty() ? view.notice() : snapshot.ended(),
                snapshot.broken(),
                PackedNumbers.floats(snapshot.weights()).base64(),
                Score.of(snapshot.training()),
                Score.of(snapshot.test()),
                view.diagnoses().stream().map(DiagnosisMessage::of).toList(),
                snapshot.cut().stream().toArray(),
                snapshot.matrix().map(matrix -> matrix.counts()).orElse(null));
    }

    /// JSON knows no NaN and no infinity: they are left out.
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    record Score(@Nullable Double loss, @Nullable Double accuracy) implements Message {
        static Score of(Evaluation evaluation) {
            return new Score(finite(evaluation.loss()), finite(evaluation.accuracy()));
        }
    }

    /// A fault of the training.
    ///
    /// @param layer from 1; 0 where it is the whole network
    record DiagnosisMessage(String title, int layer, String evidence, String why, String remedy, String lesson)
            implements Message {
        static DiagnosisMessage of(Diagnosis found) {
            return new DiagnosisMessage(
                    found.title(),
                    found.layer(),
                    found.evidence(),
                    found.why(),
                    found.remedy(),
                    LessonPart.on(found).title());
        }
    }
}

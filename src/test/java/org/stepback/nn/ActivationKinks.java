package org.stepback.nn;

import java.util.List;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.activation.ClippedActivation;
import org.stepback.nn.activation.CurvedActivation;

/// The sums z at which f′ or f″ of an activation jumps. Differences across such a point do not give the derivative. An
/// activation that is not named here is smooth.
public final class ActivationKinks {
    private ActivationKinks() {}

    public static List<Double> of(Activation f) {
        return switch (f) {
            case Activation.Relu _, Activation.LeakyRelu _ -> List.of(0.0);
            case CurvedActivation.Elu _, CurvedActivation.Selu _, CurvedActivation.Celu _ -> List.of(0.0);
            case CurvedActivation.Softsign _ -> List.of(0.0);
            case ClippedActivation.Relu6 _ -> List.of(0.0, 6.0);
            case ClippedActivation.HardSigmoid _, ClippedActivation.HardSilu _ -> List.of(-3.0, 3.0);
            case ClippedActivation.HardTanh _ -> List.of(-1.0, 1.0);
            default -> List.of();
        };
    }
}

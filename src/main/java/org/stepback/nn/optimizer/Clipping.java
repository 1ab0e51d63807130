package org.stepback.nn.optimizer;

import java.util.List;
import java.util.Optional;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.setting.Tunable;
import org.stepback.nn.setting.Within;

/// A limit on gradients, which makes large ones smaller before an update.
///
/// Source: Keras 3, the arguments of its optimizers of which one at most may be given.
public sealed interface Clipping extends Tunable {
    /// Every clipping, in the order in which a picker shows them.
    List<Clipping> ALL = List.of(new None(), new Clipnorm(1), new GlobalClipnorm(1), new Clipvalue(1));

    /// Those that limit something.
    List<Clipping> LIMITS = ALL.subList(1, ALL.size());

    /// Returns the clipping with this Keras name, if there is one.
    static Optional<Clipping> named(String name) {
        return ALL.stream().filter(clipping -> clipping.name().equals(name)).findFirst();
    }

    /// Makes the gradients smaller, in place.
    ///
    /// @param gradients `∂L/∂w` of every tensor
    void clip(List<double[]> gradients);

    /// Gradients are taken as they are.
    record None() implements Clipping {
        @Override
        public void clip(List<double[]> gradients) {}
    }

    /// `g ← g · c / max(‖g‖, c)`, each tensor by its own norm.
    ///
    /// @param limit c, the largest norm of a tensor; above 0
    record Clipnorm(@Within("(0, 1000000]") double limit) implements Clipping {
        @Override
        public void clip(List<double[]> gradients) {
            for (int tensor = 0; tensor < gradients.size(); tensor++) {
                scale(gradients.get(tensor), limit, Tensors.norm(gradients.get(tensor)));
            }
        }
    }

    /// `g ← g · c / max(‖g‖, c)`, with one norm over all tensors, which keeps the gradient's direction.
    ///
    /// @param limit c, the largest norm of all tensors together; above 0
    record GlobalClipnorm(@Within("(0, 1000000]") double limit) implements Clipping {
        @Override
        public void clip(List<double[]> gradients) {
            double norm = 0;
            for (int tensor = 0; tensor < gradients.size(); tensor++) {
                norm = StrictMath.hypot(norm, Tensors.norm(gradients.get(tensor)));
            }
            for (int tensor = 0; tensor < gradients.size(); tensor++) {
                scale(gradients.get(tensor), limit, norm);
            }
        }
    }

    /// `g ← min(max(g, −c), c)`, each number by itself.
    ///
    /// @param limit c, the largest size of a number; above 0
    record Clipvalue(@Within("(0, 1000000]") double limit) implements Clipping {
        @Override
        public void clip(List<double[]> gradients) {
            for (int tensor = 0; tensor < gradients.size(); tensor++) {
                double[] g = gradients.get(tensor);
                for (int i = 0; i < g.length; i++) {
                    g[i] = Math.min(Math.max(g[i], -limit), limit);
                }
            }
        }
    }

    private static void scale(double[] g, double limit, double norm) {
        if (norm > limit) {
            double scale = limit / norm;
            for (int i = 0; i < g.length; i++) {
                g[i] *= scale;
            }
        }
    }
}

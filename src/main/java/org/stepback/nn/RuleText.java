package org.stepback.nn;

import java.util.List;

/// The rules of the optimizers, said for one weight: what they remember, and what they add to it.
final class RuleText {
    private RuleText() {}

    /// What the slots are called; the last ones may be left out.
    static List<String> slots(Optimizer rule) {
        return switch (rule) {
            case Sgd sgd -> List.of("m");
            case RmsProp rms -> rms.centered() ? List.of("v", "mean", "m") : List.of("v", "m");
            case Adam adam -> List.of("m", "v", "v̂");
            case AdamW adam -> List.of("m", "v", "v̂");
            case Adamax adamax -> List.of("m", "u");
            case Nadam nadam -> List.of("m", "v", "Π");
            case Adagrad adagrad -> List.of("s");
            case Adadelta adadelta -> List.of("v", "d");
            case Lion lion -> List.of("m");
            case Ftrl ftrl -> List.of("s", "l");
        };
    }

    /// What a slot is called.
    static String slot(Optimizer rule, int slot) {
        return slots(rule).get(slot);
    }

    /// How a slot changes.
    static String slotEquation(Optimizer rule, int slot) {
        String mean = "m = β₁ m_prev + (1 − β₁) g";
        String square = "v = β₂ v_prev + (1 − β₂) g²";
        return switch (rule) {
            case Sgd sgd -> "m = μ m_prev − η g";
            case RmsProp rms ->
                switch (slot(rms, slot)) {
                    case "v" -> "v = ρ v_prev + (1 − ρ) g²";
                    case "mean" -> "mean = ρ mean_prev + (1 − ρ) g";
                    default -> "m = μ m_prev + η g / √(v + ε)";
                };
            case Adam adam -> List.of(mean, square, "v̂ = max(v̂_prev, v)").get(slot);
            case AdamW adam -> List.of(mean, square, "v̂ = max(v̂_prev, v)").get(slot);
            case Adamax adamax -> List.of(mean, "u = max(β₂ u_prev, |g|)").get(slot);
            case Nadam nadam -> List.of(mean, square, "Π = Π_prev · μₜ").get(slot);
            case Adagrad adagrad -> "s = s_prev + g²";
            case Adadelta adadelta ->
                List.of("v = ρ v_prev + (1 − ρ) g²", "d = ρ d_prev + (1 − ρ) Δ²")
                        .get(slot);
            case Lion lion -> "m = β₂ m_prev + (1 − β₂) g";
            case Ftrl ftrl ->
                List.of("s = s_prev + g²", "l = l_prev + g + 2 λₛ w − (s⁻ᵖ − s_prev⁻ᵖ) w / η")
                        .get(slot);
        };
    }

    /// What a rule adds to a weight.
    static String change(Optimizer rule) {
        return switch (rule) {
            case Sgd sgd -> sgd.momentum() == 0 ? "Δw = −η · g" : sgd.nesterov() ? "Δw = μ m − η g" : "Δw = m";
            case RmsProp rms ->
                rms.momentum() > 0
                        ? "Δw = −m"
                        : rms.centered() ? "Δw = −η g / √(v − mean² + ε)" : "Δw = −η g / √(v + ε)";
            case Adam adam -> ofAdam(adam.amsgrad());
            case AdamW adam -> ofAdam(adam.amsgrad());
            case Adamax adamax -> "Δw = −η / (1 − β₁ᵗ) · m / (u + ε)";
            case Nadam nadam ->
                "Δw = −η m̂ / (√(v / (1 − β₂ᵗ)) + ε), m̂ = μₜ₊₁ m / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π)";
            case Adagrad adagrad -> "Δw = −η g / √(s + ε)";
            case Adadelta adadelta -> "Δw = −η g √(d_prev + ε) / √(v + ε)";
            case Lion lion -> "Δw = −η sign(β₁ m_prev + (1 − β₁) g)";
            case Ftrl ftrl -> "Δw = (min(max(l, −λ₁), λ₁) − l) / (s⁻ᵖ / η + 2 λ₂ + β / η) − w";
        };
    }

    private static String ofAdam(boolean amsgrad) {
        return "Δw = −α m / (√" + (amsgrad ? "v̂" : "v") + " + ε), α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)";
    }

    /// The same in numbers.
    ///
    /// @param n η, g, then the slots that the equation names
    static double change(Optimizer rule, long t, double[] n) {
        double rate = n[0];
        double g = n[1];
        return switch (rule) {
            case Sgd sgd -> sgd.momentum() == 0 ? -rate * g : sgd.nesterov() ? sgd.momentum() * n[2] - rate * g : n[2];
            case RmsProp rms ->
                rms.momentum() > 0
                        ? -n[n.length - 1]
                        : -rate * g / Math.sqrt(n[2] - (rms.centered() ? n[3] * n[3] : 0) + rms.epsilon());
            case Adam adam -> ofAdam(rate, t, n, adam.beta1(), adam.beta2(), adam.epsilon(), adam.amsgrad());
            case AdamW adam -> ofAdam(rate, t, n, adam.beta1(), adam.beta2(), adam.epsilon(), adam.amsgrad());
            case Adamax adamax -> -rate / Portable.missing(adamax.beta1(), t) * n[2] / (n[3] + adamax.epsilon());
            case Nadam nadam -> {
                double next = nadam.momentum(t + 1);
                double ahead = next / (1 - n[4] * next) * n[2] + (1 - nadam.momentum(t)) / (1 - n[4]) * g;
                double root = Math.sqrt(n[3] / Portable.missing(nadam.beta2(), t));
                yield -rate * ahead / (root + nadam.epsilon());
            }
            case Adagrad adagrad -> -rate * g / Math.sqrt(n[2] + adagrad.epsilon());
            case Adadelta delta -> -rate * g * Math.sqrt(n[3] + delta.epsilon()) / Math.sqrt(n[2] + delta.epsilon());
            case Lion lion -> -rate * Math.signum(lion.beta1() * n[2] + (1 - lion.beta1()) * g);
            case Ftrl ftrl -> throw new IllegalArgumentException("ftrl's change depends on the weight");
        };
    }

    private static double ofAdam(
            double rate, long t, double[] n, double beta1, double beta2, double epsilon, boolean amsgrad) {
        double alpha = rate * Adam.correction(t, beta1, beta2);
        return -alpha * n[2] / (Math.sqrt(amsgrad ? n[4] : n[3]) + epsilon);
    }
}

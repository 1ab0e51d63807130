package org.stepback.ui;

/// Names the controls of settings that files and Keras call by names such as `learning_rate`.
public final class SettingWords {
    private SettingWords() {}

    /// `learning_rate` is Learning rate, `beta_1` is β₁.
    public static String of(String name) {
        return switch (name) {
            case "generator" -> "Figure";
            case "validation_split" -> "Share held out";
            case "initializer" -> "Weights start as";
            case "beta_1" -> "β₁";
            case "beta_2" -> "β₂";
            case "epsilon" -> "ε";
            case "rho" -> "ρ";
            case "alpha" -> "α";
            case "gamma" -> "γ (focus)";
            case "delta" -> "δ (straight beyond)";
            case "class_balancing" -> "Balance yes and no";
            case "amsgrad" -> "AMSGrad";
            case "initial_accumulator_value" -> "Initial accumulator";
            case "learning_rate_power" -> "Rate power";
            case "l1_regularization_strength" -> "L1 strength";
            case "l2_regularization_strength" -> "L2 strength";
            case "l2_shrinkage_regularization_strength" -> "L2 shrinkage";
            case "warmup_target" -> "Warm up to";
            case "warmup_steps" -> "Warm-up steps";
            case "clipnorm", "global_clipnorm" -> "Largest norm";
            case "clipvalue" -> "Largest value";
            case "t_mul" -> "Wave length ×";
            case "m_mul" -> "Wave height ×";
            case "reduce_lr_on_plateau" -> "Smaller rate on a plateau";
            case "monitor" -> "It looks at";
            case "min_delta" -> "Least improvement";
            case "patience" -> "Patience (epochs)";
            case "restore_best_weights" -> "Keep the best weights";
            case "start_from_epoch" -> "Not before epoch";
            case "cooldown" -> "Pause after it (epochs)";
            case "min_lr" -> "Smallest rate";
            case "factor" -> "Rate times";
            case "stddev" -> "Deviation";
            case "use_bias" -> "Bias";
            case "trainable" -> "Trained";
            case "center" -> "β (shift)";
            case "scale" -> "γ (scale)";
            case "kernel_regularizer" -> "Penalty on weights";
            case "bias_regularizer" -> "Penalty on biases";
            case "kernel_initializer" -> "Own start of weights";
            default -> capital(name.replace('_', ' '));
        };
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

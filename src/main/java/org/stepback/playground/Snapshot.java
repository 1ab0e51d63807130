package org.stepback.playground;

import java.util.BitSet;
import java.util.Optional;
import org.stepback.nn.Evaluation;
import org.stepback.nn.metric.ConfusionMatrix;

/// A playground's network and how well it does, between two steps.
///
/// @param network counts the networks that the page has had; another one begins at step 0
/// @param epoch how many epochs are done
/// @param learningRate of the next step
/// @param training loss and accuracy on the training points
/// @param test the same on the test points
/// @param matrix of the test points, where they have classes
/// @param weights in the order of [Layout]
/// @param cut the weights that L1 holds at 0
/// @param ended why the training has stopped by itself, as a sentence; empty otherwise
/// @param past what it was made by; empty where there is nothing to train on, or it has overflowed
/// @param broken whether a number stopped being finite
public record Snapshot(
        Setup setup,
        int network,
        long step,
        long epoch,
        double learningRate,
        Evaluation training,
        Evaluation test,
        Optional<ConfusionMatrix> matrix,
        double[] weights,
        BitSet cut,
        String ended,
        boolean broken,
        Optional<PlaygroundHistory> past) {}

package org.stepback.training;

import java.util.Optional;
import org.stepback.nn.Evaluation;
import org.stepback.nn.NonFinite;
import org.stepback.training.pace.Pace;

/// A run's numbers at one moment, for a page; a number that is not known yet is NaN.
///
/// @param reason why it is in this state, as a sentence; empty where the state says it all
/// @param nonFinite where its numbers stopped being finite, if they did
/// @param step how many steps it took; a step in which a number stopped being finite counts
/// @param epoch of the last step, 1 = the first; 0 before the first step
/// @param loss of the last mini-batch, before its update: the loss while the weights move
/// @param accuracy of the last mini-batch, before its update, from 0 to 1
/// @param training the evaluation on all training samples at the end of the last complete epoch
/// @param validation the same on the validation samples
/// @param stepsPerSecond over about the last second; 0 while it stands still
/// @param seconds for how long it has trained; its pauses do not count
public record RunStatus(
        RunState state,
        String reason,
        Optional<NonFinite> nonFinite,
        Pace pace,
        long step,
        long totalSteps,
        int epoch,
        int epochs,
        double loss,
        double accuracy,
        Evaluation training,
        Evaluation validation,
        double stepsPerSecond,
        double seconds) {}

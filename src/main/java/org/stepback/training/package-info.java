/// Runs: trainings that belong to the server, share it fairly, and outlive both a closed page and a restart.
///
/// A page asks [org.stepback.training.TrainingService] for a run, watches it, and takes its new points as often as
/// it likes. A few threads train all runs in turn; one more writes them to the database.
@NullMarked
package org.stepback.training;

import org.jspecify.annotations.NullMarked;

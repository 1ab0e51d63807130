package org.stepback.training.series;

import java.util.UUID;

/// The place up to which a page has read a run's points: [Run#since] gives the newer ones.
///
/// @param source the run object that the points came from; a run read back from the database is another one
/// @param step the last step read, −1 before the first
/// @param layerStep the last step read of the layers' numbers, −1 before the first
/// @param epochEnd the last evaluated step read, −1 before the first
/// @param clockStep the last step read of the clock, −1 before the first
/// @param momentStep the last step read at which units were looked at, −1 before the first
public record Cursor(UUID source, long step, long layerStep, long epochEnd, long clockStep, long momentStep) {
    /// Before the first point of any run.
    public static final Cursor START = new Cursor(new UUID(0, 0), -1, -1, -1, -1, -1);
}

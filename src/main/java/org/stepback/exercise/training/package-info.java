/// The training of a train cell: the cells that it needs, what they give a trainer, and the loop that it runs in.
@NullMarked
package org.stepback.exercise.training;

import org.jspecify.annotations.NullMarked;

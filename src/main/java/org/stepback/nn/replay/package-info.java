/// The past of a training, made again step by step from its checkpoints.
///
/// It knows the trainer and its checkpoints, and no runs or pages.
@NullMarked
package org.stepback.nn.replay;

import org.jspecify.annotations.NullMarked;

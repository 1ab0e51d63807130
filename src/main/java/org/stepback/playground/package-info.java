/// The Playground: a free page on which a small network learns points of a plane, as TensorFlow Playground taught a
/// generation.
///
/// Its whole state is a [org.stepback.playground.setting.PlaygroundState], which a link writes down; a
/// [org.stepback.playground.PlaygroundRun] trains what the state says, in memory only, for as long as its page is
/// there.
@NullMarked
package org.stepback.playground;

import org.jspecify.annotations.NullMarked;

/// The Playground's settings: each with its values and its text in a link, and the state that they make.
///
/// Nothing here trains.
@NullMarked
package org.stepback.playground.setting;

import org.jspecify.annotations.NullMarked;

/// The charts of a run, each a part of the page.
///
/// A chart reads a run; the controls that steer it are in [org.stepback.training.ui].
@NullMarked
package org.stepback.training.ui.chart;

import org.jspecify.annotations.NullMarked;

/// Components that draw numbers: charts, planes, surfaces, distributions.
///
/// They know no feature: what they draw is handed to them.
@NullMarked
package org.stepback.ui.chart;

import org.jspecify.annotations.NullMarked;

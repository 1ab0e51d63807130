/// A run's controls and charts.
@NullMarked
package org.stepback.training.ui;

import org.jspecify.annotations.NullMarked;

/// Stepback: a lab in which students learn how a neural network learns.
@NullMarked
package org.stepback;

import org.jspecify.annotations.NullMarked;

/// Keras code read into a notebook: the program is followed statement by statement, and never run.
@NullMarked
package org.stepback.interop.keras;

import org.jspecify.annotations.NullMarked;

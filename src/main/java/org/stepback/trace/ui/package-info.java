/// The page's part that walks through the steps of a training.
@NullMarked
package org.stepback.trace.ui;

import org.jspecify.annotations.NullMarked;

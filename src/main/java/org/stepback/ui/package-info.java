/// The shell around every page, and the components that the features' pages are built of.
@NullMarked
package org.stepback.ui;

import org.jspecify.annotations.NullMarked;

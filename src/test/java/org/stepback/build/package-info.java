/// Checks of the test run itself.
@NullMarked
package org.stepback.build;

import org.jspecify.annotations.NullMarked;

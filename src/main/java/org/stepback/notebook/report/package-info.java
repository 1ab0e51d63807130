/// A notebook as it reads: what it says, what is set in it, and what came of its runs.
@NullMarked
package org.stepback.notebook.report;

import org.jspecify.annotations.NullMarked;

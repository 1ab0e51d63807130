/// Notebooks: an exercise's cells as one student sees and edits them, and the drafts that keep the edits.
@NullMarked
package org.stepback.notebook;

import org.jspecify.annotations.NullMarked;

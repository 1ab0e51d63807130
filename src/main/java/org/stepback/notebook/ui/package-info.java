/// The notebook's page: cells and their controls.
@NullMarked
package org.stepback.notebook.ui;

import org.jspecify.annotations.NullMarked;

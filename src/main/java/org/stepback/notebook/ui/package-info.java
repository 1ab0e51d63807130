/// The notebook's page: cells, their controls, Check and Submit.
@NullMarked
package org.stepback.notebook.ui;

import org.jspecify.annotations.NullMarked;

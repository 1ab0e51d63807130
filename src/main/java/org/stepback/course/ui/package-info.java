/// The course's pages.
@NullMarked
package org.stepback.course.ui;

import org.jspecify.annotations.NullMarked;

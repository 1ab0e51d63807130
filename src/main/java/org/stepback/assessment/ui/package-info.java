/// The page of an exercise: a notebook with Check and Submit.
@NullMarked
package org.stepback.assessment.ui;

import org.jspecify.annotations.NullMarked;

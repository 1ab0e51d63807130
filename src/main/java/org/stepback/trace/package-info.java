/// One step of a training, walked through stage by stage: what each number is called, made of, and moves.
@NullMarked
package org.stepback.trace;

import org.jspecify.annotations.NullMarked;

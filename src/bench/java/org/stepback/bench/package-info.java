/// `./stepback bench`: steps a second of the trainer beside other libraries, in one run on one machine.
@NullMarked
package org.stepback.bench;

import org.jspecify.annotations.NullMarked;

/// A notebook's training as code that runs elsewhere: Keras, PyTorch, NumPy.
@NullMarked
package org.stepback.interop.export;

import org.jspecify.annotations.NullMarked;

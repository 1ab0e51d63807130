/// Notebooks and the world outside: runs as JSON, and Keras, PyTorch and NumPy code. Text in, text out.
@NullMarked
package org.stepback.interop;

import org.jspecify.annotations.NullMarked;

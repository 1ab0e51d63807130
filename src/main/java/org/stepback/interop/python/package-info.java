/// Python as far as programs for Keras use it: words, statements and expressions, each with its place.
@NullMarked
package org.stepback.interop.python;

import org.jspecify.annotations.NullMarked;

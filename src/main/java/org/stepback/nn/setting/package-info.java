/// The settings of a record, read from its components: Keras names, bounds and values.
///
/// Nothing here knows a particular optimizer, layer or loss.
@NullMarked
package org.stepback.nn.setting;

import org.jspecify.annotations.NullMarked;

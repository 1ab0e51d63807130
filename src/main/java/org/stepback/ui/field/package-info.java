/// Components in which a person types or chooses.
///
/// They know no feature: a change is handed to whoever listens.
@NullMarked
package org.stepback.ui.field;

import org.jspecify.annotations.NullMarked;

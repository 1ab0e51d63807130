/// What all stored work has in common: its bound for one person, and what goes by itself after a while.
@NullMarked
package org.stepback.storage;

import org.jspecify.annotations.NullMarked;

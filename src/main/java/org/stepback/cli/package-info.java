/// The commands without a page: they start no server.
@NullMarked
package org.stepback.cli;

import org.jspecify.annotations.NullMarked;

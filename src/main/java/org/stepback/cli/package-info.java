/// The commands without a page: they start no server and answer within a second or two.
@NullMarked
package org.stepback.cli;

import org.jspecify.annotations.NullMarked;

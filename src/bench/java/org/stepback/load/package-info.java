/// Visitors by the hundred, honest ones and others, who speak to a lab from outside as browsers do.
@org.jspecify.annotations.NullMarked
package org.stepback.load;

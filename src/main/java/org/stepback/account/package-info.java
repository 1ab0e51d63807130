/// Guests: how they come in, and how the lab knows them again.
@NullMarked
package org.stepback.account;

import org.jspecify.annotations.NullMarked;

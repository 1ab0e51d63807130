/// The door: the page on which a visitor comes in.
@NullMarked
package org.stepback.account.ui;

import org.jspecify.annotations.NullMarked;

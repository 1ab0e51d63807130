/// Numbers as text: written for people, read as people type them, and packed for pages.
@NullMarked
package org.stepback.number;

import org.jspecify.annotations.NullMarked;

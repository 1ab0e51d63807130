/// The Playground's page. Its picture is drawn by the browser, from the weights that it is sent.
@NullMarked
package org.stepback.playground.ui;

import org.jspecify.annotations.NullMarked;

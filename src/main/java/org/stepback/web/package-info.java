/// The filters that every request passes before a page sees it: bounds of its body, of its time, and of what one
/// visitor may take.
///
/// Nothing of the lab's subject is here, and no page.
@NullMarked
package org.stepback.web;

import org.jspecify.annotations.NullMarked;

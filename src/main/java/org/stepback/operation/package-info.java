/// The needs of an operator of a running lab: its health and its figures, backups, and plain words where its data
/// cannot be used.
///
/// It asks the features for their state; no feature knows of it.
@NullMarked
package org.stepback.operation;

import org.jspecify.annotations.NullMarked;

/// Measures of a prediction that a training does not follow: accuracy, confusion matrix, ROC and the like.
///
/// A metric sees predictions and targets, and no network.
@NullMarked
package org.stepback.nn.metric;

import org.jspecify.annotations.NullMarked;

/// The data that a network learns from: figures that are drawn from a seed, tables in CSV files, and their splits.
///
/// Everything here is plain Java over EJML matrices, so that it reads without any framework. Matrices follow the
/// lesson's column convention: one column is one sample.
@NullMarked
package org.stepback.data;

import org.jspecify.annotations.NullMarked;

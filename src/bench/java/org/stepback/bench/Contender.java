package org.stepback.bench;

/// A trainer at work on a [Workload], in double precision on one thread unless it says otherwise.
interface Contender extends AutoCloseable {
    /// One step: forward, loss, backward, the gradients' norm of each layer, update.
    ///
    /// @return something that depends on all of it, so that nothing can be left out
    double step();

    @Override
    default void close() {}
}

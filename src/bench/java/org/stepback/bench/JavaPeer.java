package org.stepback.bench;

import java.util.List;
import java.util.function.Function;

/// The contenders that run in a Java virtual machine.
public enum JavaPeer {
    STEPBACK("Stepback", Ours::new, "@src/main/jvm.options"),
    /// The same trainer where the module of the Vector API is missing.
    PLAIN("Stepback, plain loops", Ours::new),
    ENCOG("Encog 3.4", EncogPeer::new),
    LIBTORCH("libtorch 2.7", Libtorch::new),
    TENSORFLOW("TensorFlow Java, float32", TensorFlowPeer::new);

    final String title;
    private final Function<Workload, Contender> maker;
    final List<String> options;

    JavaPeer(String title, Function<Workload, Contender> maker, String... options) {
        this.title = title;
        this.maker = maker;
        this.options = List.of(options);
    }

    Contender at(Workload workload) {
        return maker.apply(workload);
    }
}

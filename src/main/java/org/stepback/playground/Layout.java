package org.stepback.playground;

import org.stepback.nn.Architecture;

/// The places of the weights among all numbers of a network, which come layer by layer, the kernel unit by unit,
/// then the biases.
///
/// @param architecture of dense layers with biases
record Layout(Architecture architecture) {
    int inputsOf(int layer) {
        return architecture.inputsOf(layer);
    }

    int unitsOf(int layer) {
        return architecture.units(layer);
    }

    int layers() {
        return architecture.layers().size();
    }

    int size() {
        return start(layers());
    }

    private int start(int layer) {
        int start = 0;
        for (int before = 0; before < layer; before++) {
            start += (inputsOf(before) + 1) * unitsOf(before);
        }
        return start;
    }

    /// All are counted from 0; the input after the last is the bias.
    int index(int layer, int unit, int input) {
        boolean bias = input == inputsOf(layer);
        return start(layer) + (bias ? inputsOf(layer) * unitsOf(layer) + unit : unit * inputsOf(layer) + input);
    }

    boolean has(int layer, int unit, int input) {
        return layer >= 0
                && layer < layers()
                && unit >= 0
                && unit < unitsOf(layer)
                && input >= 0
                && input <= inputsOf(layer);
    }

    void forEach(Visitor visitor) {
        for (int layer = 0; layer < layers(); layer++) {
            for (int unit = 0; unit < unitsOf(layer); unit++) {
                for (int input = 0; input <= inputsOf(layer); input++) {
                    visitor.visit(index(layer, unit, input), layer, unit, input, input == inputsOf(layer));
                }
            }
        }
    }

    /// Takes the numbers of [#forEach].
    interface Visitor {
        void visit(int index, int layer, int unit, int input, boolean bias);
    }
}

package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.Network;
import org.stepback.nn.Weights;

/// Two directions in the space of a network's kernels, which span a plane through its weights.
///
/// @param first a matrix for each layer, of its kernel's shape, as is the second
record Directions(List<DMatrixRMaj> first, List<DMatrixRMaj> second) {
    /// Random ones, in which each unit's part is as long as the unit's own weights are, so that one step along them
    /// means as much in every layer: Li et al. 2018, "Visualizing the Loss Landscape of Neural Nets", filter
    /// normalization.
    static Directions random(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Directions(random(network, random), random(network, random));
    }

    /// Two single weights.
    static Directions of(Network network, Place first, Place second) {
        return new Directions(single(network, first), single(network, second));
    }

    /// One weight of a kernel, all counted from 0.
    record Place(int layer, int unit, int input) {}

    private static List<DMatrixRMaj> random(Network network, SplittableRandom random) {
        List<DMatrixRMaj> direction = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            DMatrixRMaj kernel = network.kernel(layer);
            DMatrixRMaj part = kernel.createLike();
            for (int unit = 0; unit < kernel.numRows; unit++) {
                double length = 0;
                double own = 0;
                for (int input = 0; input < kernel.numCols; input++) {
                    double number = random.nextGaussian();
                    part.set(unit, input, number);
                    length += number * number;
                    own += kernel.get(unit, input) * kernel.get(unit, input);
                }
                double scale = length == 0 ? 0 : Math.sqrt(own / length);
                for (int input = 0; input < kernel.numCols; input++) {
                    part.set(unit, input, part.get(unit, input) * scale);
                }
            }
            direction.add(part);
        }
        return direction;
    }

    private static List<DMatrixRMaj> single(Network network, Place place) {
        List<DMatrixRMaj> direction = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            direction.add(network.kernel(layer).createLike());
        }
        direction.get(place.layer()).set(place.unit(), place.input(), 1);
        return direction;
    }

    /// The network that lies `a` along the first and `b` along the second direction from this one.
    Network at(Network centre, double a, double b) {
        List<Weights> moved = new ArrayList<>();
        for (int layer = 0; layer < centre.layers(); layer++) {
            Weights weights = centre.weights(layer);
            DMatrixRMaj kernel = weights.kernel().copy();
            CommonOps_DDRM.addEquals(kernel, a, first.get(layer));
            CommonOps_DDRM.addEquals(kernel, b, second.get(layer));
            moved.add(new Weights(kernel, weights.bias(), weights.statistics()));
        }
        return Network.of(centre.architecture(), moved);
    }

    /// Where a way away from the centre lies in the plane, as close as the plane comes to it (least squares).
    double[] project(List<DMatrixRMaj> way) {
        double aa = dot(first, first);
        double bb = dot(second, second);
        double ab = dot(first, second);
        double a = dot(first, way);
        double b = dot(second, way);
        double determinant = aa * bb - ab * ab;
        return determinant == 0
                ? new double[] {aa == 0 ? 0 : a / aa, 0}
                : new double[] {(a * bb - b * ab) / determinant, (b * aa - a * ab) / determinant};
    }

    private static double dot(List<DMatrixRMaj> one, List<DMatrixRMaj> other) {
        double sum = 0;
        for (int layer = 0; layer < one.size(); layer++) {
            for (int i = 0; i < one.get(layer).getNumElements(); i++) {
                sum += one.get(layer).data[i] * other.get(layer).data[i];
            }
        }
        return sum;
    }
}

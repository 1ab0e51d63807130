package org.stepback.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.nn.Network;
import org.stepback.nn.layer.Weights;

/// Two directions in the space of a network's kernels, which span a plane through its weights.
///
/// @param first a matrix for each layer, of its kernel's shape, as is the second
/// @param biases how the biases move along the first; none where they stay as they are
record Directions(List<DMatrixRMaj> first, List<DMatrixRMaj> second, List<DMatrixRMaj> biases) {
    private Directions(List<DMatrixRMaj> first, List<DMatrixRMaj> second) {
        this(first, second, List.of());
    }

    /// Random ones, in which each unit's part is as long as the unit's own weights are, so that one step along them
    /// means as much in every layer: Li et al. 2018, "Visualizing the Loss Landscape of Neural Nets", filter
    /// normalization.
    static Directions random(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Directions(random(network, random), random(network, random));
    }

    /// Those of a plane through a network.
    ///
    /// @param ahead the next steps
    /// @param behind from where the run was at first to where it is, or none
    static Directions of(SurfacePlane plane, Network network, StepsAhead ahead, List<DMatrixRMaj> behind) {
        return switch (plane) {
            case SurfacePlane.Random(long seed) -> random(network, seed);
            case SurfacePlane.TwoWeights(SurfacePlane.Weight first, SurfacePlane.Weight second) ->
                new Directions(single(network, first), single(network, second));
            case SurfacePlane.NextStep _ -> along(network, ahead, behind);
        };
    }

    /// Two directions of length 1 at a right angle; what has no length gives way to a random one.
    private static Directions along(Network network, StepsAhead ahead, List<DMatrixRMaj> behind) {
        Directions random = random(network, 0);
        List<DMatrixRMaj> step =
                ahead.ways().isEmpty() ? List.of() : ahead.ways().getFirst();
        List<DMatrixRMaj> first = isSome(step) ? step : random.first();
        List<DMatrixRMaj> biases = isSome(step) ? scaled(ahead.biases(), 1 / length(step)) : List.of();
        List<DMatrixRMaj> one = scaled(first, 1 / length(first));
        List<DMatrixRMaj> rest = without(one, behind);
        boolean bends = isSome(rest) && length(rest) > 1e-6 * length(behind);
        List<DMatrixRMaj> second = bends ? rest : without(one, random.second());
        return new Directions(one, scaled(second, 1 / length(second)), biases);
    }

    private static boolean isSome(List<DMatrixRMaj> way) {
        double length = length(way);
        return length > 0 && Double.isFinite(length);
    }

    private static double length(List<DMatrixRMaj> way) {
        return Math.sqrt(dot(way, way));
    }

    /// Returns a way without its part along a direction of length 1.
    private static List<DMatrixRMaj> without(List<DMatrixRMaj> direction, List<DMatrixRMaj> way) {
        double along = dot(way, direction);
        List<DMatrixRMaj> rest = new ArrayList<>();
        for (int layer = 0; layer < way.size(); layer++) {
            DMatrixRMaj part = way.get(layer).copy();
            CommonOps_DDRM.addEquals(part, -along, direction.get(layer));
            rest.add(part);
        }
        return rest;
    }

    private static List<DMatrixRMaj> scaled(List<DMatrixRMaj> way, double factor) {
        return way.stream()
                .map(part -> {
                    DMatrixRMaj scaled = part.copy();
                    CommonOps_DDRM.scale(factor, scaled);
                    return scaled;
                })
                .toList();
    }

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

    private static List<DMatrixRMaj> single(Network network, SurfacePlane.Weight place) {
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
            DMatrixRMaj bias = weights.bias();
            if (!biases.isEmpty()) {
                bias = bias.copy();
                CommonOps_DDRM.addEquals(bias, a, biases.get(layer));
            }
            moved.add(new Weights(kernel, bias, weights.statistics()));
        }
        return Network.of(centre.architecture(), moved);
    }

    /// Returns the place in the plane that is closest to a way away from the centre (least squares).
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

    static double dot(List<DMatrixRMaj> one, List<DMatrixRMaj> other) {
        double sum = 0;
        for (int layer = 0; layer < one.size(); layer++) {
            for (int i = 0; i < one.get(layer).getNumElements(); i++) {
                sum += one.get(layer).data[i] * other.get(layer).data[i];
            }
        }
        return sum;
    }
}

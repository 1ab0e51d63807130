# The formulas of exported NumPy code: an export copies the functions that it needs. One column a sample.
# An activation f has f_slope, its derivative, or f_back, which takes the gradient back where outputs depend on each
# other. A loss L has L_slope, its gradient with respect to the prediction, each for the mean over the batch.
import math

import numpy as np

EPSILON = 1e-7


def seed_of(seed, step, layer):  # of the random numbers of a layer in a step
    return mix((mix((mix(seed % 2**64) + step) % 2**64) + layer) % 2**64)


def dropout_mask(shape, rate, seed, step, layer):  # 0 for what is dropped
    chance = np.reshape(uniform(seed_of(seed, step, layer), math.prod(shape)), shape)
    return np.where(chance < rate, 0, 1 / (1 - rate))


def gaussian_noise(shape, seed, step, layer):  # Box and Muller
    chance = np.reshape(uniform(seed_of(seed, step, layer), 2 * math.prod(shape)), (*shape, 2))
    return np.sqrt(-2 * np.log(1 - chance[..., 0])) * np.cos(math.pi * chance[..., 1])


def linear(z):
    return z


def linear_slope(z, a):
    return np.ones_like(z)


def relu(z):
    return np.maximum(0, z)


def relu_slope(z, a):
    return np.where(z > 0, 1.0, 0.0)


def leaky_relu(z):
    return np.where(z >= 0, z, 0.2 * z)


def leaky_relu_slope(z, a):
    return np.where(z >= 0, 1.0, 0.2)


def tanh(z):
    return np.tanh(z)


def tanh_slope(z, a):
    return (1 - a) * (1 + a)


def sigmoid(z):
    e = np.exp(-abs(z))  # which never overflows
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_slope(z, a):
    return a * (1 - a)


def softmax(z):
    e = np.exp(z - z.max(axis=0))  # the same quotient, which never overflows
    return e / e.sum(axis=0)


def softmax_back(da, z, a):
    return a * (da - (da * a).sum(axis=0))


def log_softmax(z):
    shifted = z - z.max(axis=0)
    return shifted - np.log(np.exp(shifted).sum(axis=0))


def log_softmax_back(da, z, a):
    return da - np.exp(a) * da.sum(axis=0)


def elu(z):
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


def elu_slope(z, a):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


def selu(z):
    return 1.0507009873554805 * np.where(z > 0, z, 1.6732632423543772 * np.expm1(np.minimum(z, 0)))


def selu_slope(z, a):
    return 1.0507009873554805 * np.where(z > 0, 1.0, 1.6732632423543772 * np.exp(np.minimum(z, 0)))


def celu(z):
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


def celu_slope(z, a):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


def normal_below(z):  # the probability that a normal number is below z
    return np.vectorize(math.erfc)(-z / math.sqrt(2)) / 2


def gelu(z):
    return z * normal_below(z)


def gelu_slope(z, a):
    return normal_below(z) + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def silu(z):
    return z * sigmoid(z)


def silu_slope(z, a):
    return sigmoid(z) * (1 + z * sigmoid(-z))


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-abs(z)))  # log(1 + e^z), which never overflows


def softplus_slope(z, a):
    return sigmoid(z)


def softsign(z):
    return z / (1 + abs(z))


def softsign_slope(z, a):
    return 1 / (1 + abs(z)) ** 2


def mish(z):
    return z * np.tanh(softplus(z))


def mish_slope(z, a):
    t = np.tanh(softplus(z))
    return t + z * (1 - t) * (1 + t) * sigmoid(z)


def exponential(z):
    return np.exp(z)


def exponential_slope(z, a):
    return a


def squareplus(z):
    root = np.sqrt(z * z + 4)
    return np.where(z >= 0, (z + root) / 2, 2 / (root - np.minimum(z, 0)))  # the same, without cancelling


def squareplus_slope(z, a):
    return a / np.sqrt(z * z + 4)


def log_sigmoid(z):
    return -softplus(-z)


def log_sigmoid_slope(z, a):
    return sigmoid(-z)


def relu6(z):
    return np.clip(z, 0, 6)


def relu6_slope(z, a):
    return np.where((z > 0) & (z < 6), 1.0, 0.0)


def hard_sigmoid(z):
    return np.clip(z + 3, 0, 6) / 6


def hard_sigmoid_slope(z, a):
    return np.where((z > -3) & (z < 3), 1 / 6, 0.0)


def hard_silu(z):
    return z * hard_sigmoid(z)


def hard_silu_slope(z, a):
    return np.where((z > -3) & (z < 3), z / 3 + 0.5, hard_sigmoid(z))


def hard_tanh(z):
    return np.clip(z, -1, 1)


def hard_tanh_slope(z, a):
    return np.where((z > -1) & (z < 1), 1.0, 0.0)


def mean_squared_error(a, y):
    return ((a - y) ** 2).mean()


def mean_squared_error_slope(a, y):
    return 2 * (a - y) / a.size


def half_squared_error(a, y):
    return ((a - y) ** 2 / 2).mean()


def half_squared_error_slope(a, y):
    return (a - y) / a.size


def mean_absolute_error(a, y):
    return abs(a - y).mean()


def mean_absolute_error_slope(a, y):
    return np.sign(a - y) / a.size


def huber(a, y, delta=1.0):
    size = abs(a - y)
    return np.where(size <= delta, size * size / 2, delta * size - delta * delta / 2).mean()


def huber_slope(a, y, delta=1.0):
    return np.clip(a - y, -delta, delta) / a.size


def log_cosh(a, y):
    size = abs(a - y)
    return (size + np.log1p(np.exp(-2 * size)) - math.log(2)).mean()


def log_cosh_slope(a, y):
    return np.tanh(a - y) / a.size


def mean_absolute_percentage_error(a, y):
    return (100 * abs(a - y) / np.maximum(abs(y), EPSILON)).mean()


def mean_absolute_percentage_error_slope(a, y):
    return 100 * np.sign(a - y) / np.maximum(abs(y), EPSILON) / a.size


def mean_squared_logarithmic_error(a, y):
    return ((np.log(np.maximum(a, EPSILON) + 1) - np.log(np.maximum(y, EPSILON) + 1)) ** 2).mean()


def mean_squared_logarithmic_error_slope(a, y):
    p = np.maximum(a, EPSILON)
    difference = np.log(p + 1) - np.log(np.maximum(y, EPSILON) + 1)
    return np.where(a > EPSILON, 2 * difference / (1 + p), 0) / a.size


def poisson(a, y):
    return (a - y * np.log(a + EPSILON)).mean()


def poisson_slope(a, y):
    return (1 - y / (a + EPSILON)) / a.size


def signs(y):  # -1 for no, whether it is written as -1 or as 0
    return np.where(y == 0, -1, y)


def hinge(a, y):
    return np.maximum(1 - signs(y) * a, 0).mean()


def hinge_slope(a, y):
    return np.where(1 - signs(y) * a > 0, -signs(y), 0) / a.size


def squared_hinge(a, y):
    return (np.maximum(1 - signs(y) * a, 0) ** 2).mean()


def squared_hinge_slope(a, y):
    return -2 * signs(y) * np.maximum(1 - signs(y) * a, 0) / a.size


def categorical_hinge(a, y):
    right = (y * a).sum(axis=0)
    wrong = ((1 - y) * a).max(axis=0)
    return np.maximum(wrong - right + 1, 0).mean()


def categorical_hinge_slope(a, y):
    right = (y * a).sum(axis=0)
    wrong = (1 - y) * a
    best = np.arange(len(a))[:, None] == wrong.argmax(axis=0)
    return (best * (1 - y) - y) * (wrong.max(axis=0) - right + 1 > 0) / a.shape[1]


def kl_divergence(a, y):
    p, q = np.clip(a, EPSILON, 1), np.clip(y, EPSILON, 1)
    return (q * np.log(q / p)).sum(axis=0).mean()


def kl_divergence_slope(a, y):
    p, q = np.clip(a, EPSILON, 1), np.clip(y, EPSILON, 1)
    return np.where((a > EPSILON) & (a <= 1), -q / p, 0) / a.shape[1]


def unit_length(columns):
    return columns / np.maximum(np.sqrt((columns**2).sum(axis=0)), EPSILON)


def cosine_similarity(a, y):
    return -(unit_length(a) * unit_length(y)).sum(axis=0).mean()


def cosine_similarity_slope(a, y):
    length = np.sqrt((a**2).sum(axis=0))
    p, q = unit_length(a), unit_length(y)
    along = np.where(length > EPSILON, (p * q).sum(axis=0), 0)  # a length of EPSILON does not turn with a
    return -(q - p * along) / np.maximum(length, EPSILON) / a.shape[1]


def binary_crossentropy(a, y):
    p = np.clip(a, EPSILON, 1 - EPSILON)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def binary_crossentropy_slope(a, y):
    p = np.clip(a, EPSILON, 1 - EPSILON)
    return np.where(p == a, (p - y) / (p * (1 - p)), 0) / a.size


def binary_crossentropy_of_sigmoid(z, y):
    return (np.maximum(z, 0) - z * y + np.log1p(np.exp(-abs(z)))).mean()


def binary_crossentropy_of_sigmoid_delta(a, y):
    return (a - y) / a.size


def binary_focal_crossentropy(a, y, gamma=2.0, alpha=0.25, class_balancing=False):
    p = np.clip(a, EPSILON, 1 - EPSILON)
    missed = y * (1 - a) + (1 - y) * a
    weight = y * alpha + (1 - y) * (1 - alpha) if class_balancing else 1
    return -(weight * missed**gamma * (y * np.log(p) + (1 - y) * np.log(1 - p))).mean()


def binary_focal_crossentropy_slope(a, y, gamma=2.0, alpha=0.25, class_balancing=False):
    p = np.clip(a, EPSILON, 1 - EPSILON)
    missed = y * (1 - a) + (1 - y) * a
    weight = y * alpha + (1 - y) * (1 - alpha) if class_balancing else 1
    crossentropy = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    slope = np.where(p == a, (p - y) / (p * (1 - p)), 0)
    of_factor = gamma * missed ** (gamma - 1) * (1 - 2 * y) * crossentropy
    return weight * (of_factor + missed**gamma * slope) / a.size


def categorical_crossentropy(a, y):
    p = np.clip(a / a.sum(axis=0), EPSILON, 1 - EPSILON)
    return -(y * np.log(p)).sum(axis=0).mean()


def categorical_crossentropy_slope(a, y):
    total = a.sum(axis=0)
    open_ = (a / total > EPSILON) & (a / total < 1 - EPSILON)  # beyond, the prediction is clipped
    return ((y * open_).sum(axis=0) / total - y * open_ / np.where(open_, a, 1)) / a.shape[1]


def categorical_crossentropy_of_softmax(z, y):
    return -(y * log_softmax(z)).sum(axis=0).mean()


def categorical_crossentropy_of_softmax_delta(a, y):
    return (a * y.sum(axis=0) - y) / a.shape[1]

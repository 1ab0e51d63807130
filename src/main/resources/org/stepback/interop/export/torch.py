# The formulas of exported PyTorch code: an export copies the functions that it needs. One row a sample.
# PyTorch finds the gradients itself.
import math

import torch
from torch.nn import functional as F

EPSILON = 1e-7


class BatchNormalization(torch.nn.Module):  # torch.nn.BatchNorm1d keeps another variance
    def __init__(self, units, momentum, epsilon, trainable):
        super().__init__()
        self.gamma = torch.nn.Parameter(torch.ones(units))
        self.beta = torch.nn.Parameter(torch.zeros(units))
        self.register_buffer("moving_mean", torch.zeros(units))
        self.register_buffer("moving_variance", torch.ones(units))
        self.momentum, self.epsilon, self.trainable = momentum, epsilon, trainable

    def forward(self, x):
        mean, variance = self.moving_mean, self.moving_variance
        if self.training and self.trainable:
            mean, variance = x.mean(dim=0), x.var(dim=0, unbiased=False)
            for moving, now in (self.moving_mean, mean), (self.moving_variance, variance):
                moving.copy_(moving * self.momentum + now.detach() * (1 - self.momentum))
        return self.gamma * (x - mean) / torch.sqrt(variance + self.epsilon) + self.beta


class LayerNormalization(torch.nn.Module):
    def __init__(self, units, epsilon):
        super().__init__()
        self.gamma = torch.nn.Parameter(torch.ones(units))
        self.beta = torch.nn.Parameter(torch.zeros(units))
        self.epsilon = epsilon

    def forward(self, x):
        mean, variance = x.mean(dim=1, keepdim=True), x.var(dim=1, keepdim=True, unbiased=False)
        return self.gamma * (x - mean) / torch.sqrt(variance + self.epsilon) + self.beta


def linear(z):
    return z


def relu(z):
    return F.relu(z)


def leaky_relu(z):
    return torch.where(z >= 0, z, 0.2 * z)


def tanh(z):
    return torch.tanh(z)


def sigmoid(z):
    return torch.sigmoid(z)


def softmax(z):
    return F.softmax(z, dim=1)


def log_softmax(z):
    return F.log_softmax(z, dim=1)


def elu(z):
    return F.elu(z)


def selu(z):
    return F.selu(z)


def celu(z):
    return F.celu(z)


def gelu(z):
    return F.gelu(z)


def silu(z):
    return F.silu(z)


def softplus(z):
    return z.clip(0, None) + torch.log1p(torch.exp(-abs(z)))  # F.softplus stops being exact at 20


def softsign(z):
    return F.softsign(z)


def mish(z):
    return F.mish(z)


def exponential(z):
    return torch.exp(z)


def squareplus(z):
    return (z + torch.sqrt(z * z + 4)) / 2


def log_sigmoid(z):
    return F.logsigmoid(z)


def relu6(z):
    return F.relu6(z)


def hard_sigmoid(z):
    return (z / 6 + 0.5).clip(0, 1)  # F.hardsigmoid has a sixth in single precision


def hard_silu(z):
    return z * hard_sigmoid(z)


def hard_tanh(z):
    return F.hardtanh(z)


def mean_squared_error(a, y):
    return ((a - y) ** 2).mean()


def half_squared_error(a, y):
    return ((a - y) ** 2 / 2).mean()


def mean_absolute_error(a, y):
    return abs(a - y).mean()


def huber(a, y, delta=1.0):
    return F.huber_loss(a, y, delta=delta)


def log_cosh(a, y):
    size = abs(a - y)
    return (size + torch.log1p(torch.exp(-2 * size)) - math.log(2)).mean()


def mean_absolute_percentage_error(a, y):
    return (100 * abs(a - y) / abs(y).clip(EPSILON, None)).mean()


def mean_squared_logarithmic_error(a, y):
    return ((torch.log(a.clip(EPSILON, None) + 1) - torch.log(y.clip(EPSILON, None) + 1)) ** 2).mean()


def poisson(a, y):
    return (a - y * torch.log(a + EPSILON)).mean()


def signs(y):  # -1 for no, whether it is written as -1 or as 0
    return torch.where(y == 0, -1.0, y)


def hinge(a, y):
    return F.relu(1 - signs(y) * a).mean()


def squared_hinge(a, y):
    return (F.relu(1 - signs(y) * a) ** 2).mean()


def categorical_hinge(a, y):
    right = (y * a).sum(dim=1)
    wrong = ((1 - y) * a).max(dim=1).values
    return F.relu(wrong - right + 1).mean()


def kl_divergence(a, y):
    p, q = a.clip(EPSILON, 1), y.clip(EPSILON, 1)
    return (q * torch.log(q / p)).sum(dim=1).mean()


def unit_length(rows):
    return rows / torch.sqrt((rows**2).sum(dim=1, keepdim=True)).clip(EPSILON, None)


def cosine_similarity(a, y):
    return -(unit_length(a) * unit_length(y)).sum(dim=1).mean()


def binary_crossentropy(a, y):
    p = a.clip(EPSILON, 1 - EPSILON)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def binary_crossentropy_of_sigmoid(z, y):
    return F.binary_cross_entropy_with_logits(z, y)


def binary_focal_crossentropy(a, y, gamma=2.0, alpha=0.25, class_balancing=False):
    p = a.clip(EPSILON, 1 - EPSILON)
    missed = y * (1 - a) + (1 - y) * a
    weight = y * alpha + (1 - y) * (1 - alpha) if class_balancing else 1
    return -(weight * missed**gamma * (y * torch.log(p) + (1 - y) * torch.log(1 - p))).mean()


def categorical_crossentropy(a, y):
    p = (a / a.sum(dim=1, keepdim=True)).clip(EPSILON, 1 - EPSILON)
    return -(y * torch.log(p)).sum(dim=1).mean()


def categorical_crossentropy_of_softmax(z, y):
    return F.cross_entropy(z, y)

# What exported NumPy and PyTorch code have in common: an export copies the functions that it needs.
# A schedule takes k, the steps done before. A clipping changes the gradients in place. An optimizer's rule changes the
# weights w and its memory in place; t counts the steps from 1. For PyTorch, np is torch.
import math

import numpy as np


def mix(z):  # the lab's random numbers: SplitMix64, in 64 bits
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
    return z ^ (z >> 31)


def uniform(seed, count):  # so many of them, from 0 up to 1
    return [(mix((seed + (i + 1) * 0x9E3779B97F4A7C15) % 2**64) >> 11) * 2.0**-53 for i in range(count)]


def shuffled(count, seed, epoch):  # the lab's order of the samples in an epoch, 0 = the first
    order = list(range(count))
    chance = uniform((mix((seed + 0x9E3779B97F4A7C15) % 2**64) + epoch) % 2**64, count - 1)
    for i, u in zip(range(count - 1, 0, -1), chance):
        other = int(u * (i + 1))
        order[i], order[other] = order[other], order[i]
    return order


def exponential_decay(k, initial_learning_rate, decay_steps, decay_rate, staircase):
    periods = k // decay_steps if staircase else k / decay_steps
    return initial_learning_rate * decay_rate**periods


def piecewise_constant_decay(k, boundaries, values):
    return values[sum(k > boundary for boundary in boundaries)]


def polynomial_decay(k, initial_learning_rate, decay_steps, end_learning_rate, power, cycle):
    total = decay_steps * max(1, math.ceil(k / decay_steps)) if cycle else decay_steps
    left = 1 - min(k, total) / total
    return (initial_learning_rate - end_learning_rate) * left**power + end_learning_rate


def inverse_time_decay(k, initial_learning_rate, decay_steps, decay_rate, staircase):
    periods = k // decay_steps if staircase else k / decay_steps
    return initial_learning_rate / (1 + decay_rate * periods)


def wave(part, alpha):  # from 1 at part 0 down to alpha at part 1
    return (1 - alpha) * (1 + math.cos(math.pi * part)) / 2 + alpha


def cosine_decay(k, initial_learning_rate, decay_steps, alpha, warmup_target, warmup_steps):
    if warmup_target is None:
        return initial_learning_rate * wave(min(k, decay_steps) / decay_steps, alpha)
    if k < warmup_steps:
        return (warmup_target - initial_learning_rate) * k / warmup_steps + initial_learning_rate
    return warmup_target * wave(min(k - warmup_steps, decay_steps) / decay_steps, alpha)


def cosine_decay_restarts(k, initial_learning_rate, first_decay_steps, t_mul, m_mul, alpha):
    waves = k / first_decay_steps  # as long as the first one
    if t_mul == 1:
        restarts, before, length = math.floor(waves), math.floor(waves), 1
    else:
        restarts = math.floor(math.log(1 - waves * (1 - t_mul)) / math.log(t_mul))
        length = t_mul**restarts
        before = (1 - length) / (1 - t_mul)
    part = min(max((waves - before) / length, 0), 1)
    return initial_learning_rate * ((1 - alpha) * m_mul**restarts * wave(part, 0) + alpha)


def clipnorm(gradients, limit):
    for g in gradients:
        g *= limit / max(float(np.sqrt((g * g).sum())), limit)


def global_clipnorm(gradients, limit):
    norm = math.sqrt(sum(float((g * g).sum()) for g in gradients))
    for g in gradients:
        g *= limit / max(norm, limit)


def clipvalue(gradients, limit):
    for g in gradients:
        g[:] = g.clip(-limit, limit)


def sgd(w, g, memory, rate, t, momentum, nesterov):
    if momentum == 0:
        w -= rate * g
    else:
        (m,) = memory
        m[:] = momentum * m - rate * g
        w += momentum * m - rate * g if nesterov else m


def rmsprop(w, g, memory, rate, t, rho, momentum, epsilon, centered):
    memory = list(memory)
    v = memory.pop(0)
    v[:] = rho * v + (1 - rho) * g * g
    variance = v
    if centered:
        mean = memory.pop(0)
        mean[:] = rho * mean + (1 - rho) * g
        variance = v - mean * mean
    change = rate * g / np.sqrt(variance + epsilon)
    if momentum > 0:
        (m,) = memory
        m[:] = momentum * m + change
        change = m
    w -= change


def adam(w, g, memory, rate, t, beta_1, beta_2, epsilon, amsgrad):
    m, v = memory[:2]
    m[:] = beta_1 * m + (1 - beta_1) * g
    v[:] = beta_2 * v + (1 - beta_2) * g * g
    alpha = rate * math.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    if amsgrad:
        memory[2][:] = np.maximum(memory[2], v)
        v = memory[2]
    w -= alpha * m / (np.sqrt(v) + epsilon)


def adamw(w, g, memory, rate, t, beta_1, beta_2, epsilon, amsgrad):
    adam(w, g, memory, rate, t, beta_1, beta_2, epsilon, amsgrad)  # the weights have decayed before


def adamax(w, g, memory, rate, t, beta_1, beta_2, epsilon):
    m, u = memory
    m[:] = beta_1 * m + (1 - beta_1) * g
    u[:] = np.maximum(beta_2 * u, abs(g))
    w -= rate / (1 - beta_1**t) * m / (u + epsilon)


def nadam(w, g, memory, rate, t, beta_1, beta_2, epsilon):
    m, v, product = memory
    now, ahead = (beta_1 * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
    product *= now
    m[:] = beta_1 * m + (1 - beta_1) * g
    v[:] = beta_2 * v + (1 - beta_2) * g * g
    look_ahead = ahead / (1 - product * ahead) * m + (1 - now) / (1 - product) * g
    w -= rate * look_ahead / (np.sqrt(v / (1 - beta_2**t)) + epsilon)


def adagrad(w, g, memory, rate, t, initial_accumulator_value, epsilon):
    (s,) = memory
    s += g * g
    w -= rate * g / np.sqrt(s + epsilon)


def adadelta(w, g, memory, rate, t, rho, epsilon):
    v, d = memory
    v[:] = rho * v + (1 - rho) * g * g
    change = -g * np.sqrt(d + epsilon) / np.sqrt(v + epsilon)
    d[:] = rho * d + (1 - rho) * change * change
    w += rate * change


def lion(w, g, memory, rate, t, beta_1, beta_2):
    (m,) = memory
    w -= rate * np.sign(beta_1 * m + (1 - beta_1) * g)
    m[:] = beta_2 * m + (1 - beta_2) * g


def ftrl(
    w,
    g,
    memory,
    rate,
    t,
    learning_rate_power,
    initial_accumulator_value,
    l1_regularization_strength,
    l2_regularization_strength,
    l2_shrinkage_regularization_strength,
    beta,
):
    if rate == 0:
        return
    s, l = memory
    before = s**-learning_rate_power
    s += g * g
    after = s**-learning_rate_power
    l += g + 2 * l2_shrinkage_regularization_strength * w - (after - before) / rate * w
    quadratic = (after + beta) / rate + 2 * l2_regularization_strength
    w[:] = (l.clip(-l1_regularization_strength, l1_regularization_strength) - l) / quadratic


def cut_links(w, before, pull):  # TensorFlow Playground's L1: a weight that its pull takes past 0 is 0 and stays so
    w[((w + pull * np.sign(before)) * w < 0) | (before == 0)] = 0


def better(monitor, value, best, min_delta):  # an accuracy is to rise, a loss to fall
    return value - min_delta > best if monitor.endswith("accuracy") else value + min_delta < best


class EarlyStopping:
    def __init__(self, monitor, min_delta, patience, baseline, restore_best_weights, start_from_epoch):
        self.monitor, self.min_delta, self.patience, self.baseline = monitor, min_delta, patience, baseline
        self.restore_best_weights, self.start_from_epoch = restore_best_weights, start_from_epoch
        self.wait, self.best, self.best_state = 0, None, None

    def ends(self, epoch, seen, state):  # whether this epoch is the last
        value = seen[self.monitor]
        if math.isnan(value) or epoch <= self.start_from_epoch:
            return False
        self.wait += 1
        if self.best is None or better(self.monitor, value, self.best, self.min_delta):
            self.best = value
            if self.restore_best_weights:
                self.best_state = copy.deepcopy(state)
            if self.baseline is None or better(self.monitor, value, self.baseline, self.min_delta):
                self.wait = 0
            return False
        return self.wait >= self.patience and epoch > 1

    def restore(self, state):  # at the end of the run
        for now, best in zip(state, self.best_state or state):
            now[:] = best


class ReduceLROnPlateau:
    def __init__(self, rate, monitor, factor, patience, min_delta, cooldown, min_lr):
        self.rate, self.monitor, self.factor, self.patience = rate, monitor, factor, patience
        self.min_delta, self.cooldown, self.min_lr = min_delta, cooldown, min_lr
        self.wait, self.best, self.pause = 0, None, 0

    def look(self, seen):
        value = seen[self.monitor]
        if math.isnan(value):
            return
        if self.pause > 0:
            self.pause -= 1
            self.wait = 0
        if self.best is None or better(self.monitor, value, self.best, self.min_delta):
            self.best, self.wait = value, 0
        elif self.pause <= 0:
            self.wait += 1
            if self.wait >= self.patience and self.rate > self.min_lr:
                self.rate = max(self.rate * self.factor, self.min_lr)
                self.wait, self.pause = 0, self.cooldown

"""Runs the programs whole-*.py with a small Keras in NumPy, and writes programs.json: data, losses, last weights.

Needs Python and NumPy alone. The formulas are Keras 3's.
Usage: python3 programs.py
"""
import json
import pathlib
import runpy
import sys
import types

import numpy as np

HERE = pathlib.Path(__file__).parent
EPSILON = 1e-7
runs = []


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


ACTIVATIONS = {"linear": lambda z: z, "relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": sigmoid}


def slope(name, z):
    if name == "relu":
        return (z > 0) * 1.0
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "sigmoid":
        return sigmoid(z) * (1 - sigmoid(z))
    return np.ones_like(z)


class Input:
    def __init__(self, shape):
        self.width = shape[0]


class Dense:
    def __init__(self, units, activation=None, input_shape=None, input_dim=None):
        self.units, self.activation, self.trainable = units, activation or "linear", True
        self.width = input_shape[0] if input_shape else input_dim

    def set_weights(self, weights):
        self.w, self.b = (np.array(each, dtype=float) for each in weights)


class SGD:
    def __init__(self, learning_rate=0.01, momentum=0.0):
        self.learning_rate, self.momentum, self.memory = learning_rate, momentum, {}

    def update(self, key, w, g, step):
        m = self.momentum * self.memory.get(key, 0) - self.learning_rate * g
        self.memory[key] = m
        w += m


class Adam:
    def __init__(self, learning_rate=0.001):
        self.learning_rate, self.memory = learning_rate, {}

    def update(self, key, w, g, step):
        m, v = self.memory.get(key, (0, 0))
        m, v = m + (g - m) * 0.1, v + (g * g - v) * 0.001
        self.memory[key] = m, v
        w -= self.learning_rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step) * m / (np.sqrt(v) + EPSILON)


class Loss:
    def __init__(self, name, from_logits=False):
        self.name, self.from_logits = name, from_logits

    def of(self, activation, z, y):
        """The mean loss, and its slope with respect to z."""
        n = len(y)
        if self.name == "sparse_categorical_crossentropy":
            y = np.eye(z.shape[1])[y[:, 0].astype(int)]
        if "categorical" in self.name:
            p = softmax(z)
            return -np.log((p * y).sum(axis=1)).mean(), (p - y) / n
        a = ACTIVATIONS[activation](z)
        if self.name == "binary_crossentropy":
            value = -(y * np.log(sigmoid(z)) + (1 - y) * np.log(sigmoid(-z))).mean()
            return value, (sigmoid(z) - y) / y.size
        if self.name == "mean_absolute_error":
            return np.abs(a - y).mean(), np.sign(a - y) / y.size * slope(activation, z)
        return ((a - y) ** 2).mean(), 2 * (a - y) / y.size * slope(activation, z)


NAMES = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "bce": "binary_crossentropy"}


def rows(array):
    return np.array(array, dtype=float).reshape(len(array), -1)


class Sequential:
    def __init__(self, layers=(), name=None):
        self.layers, self.history, self.step, self.data = [], [], 0, None
        runs.append(self)
        for layer in layers:
            self.add(layer)

    def add(self, layer):
        if not isinstance(layer, Input):
            self.layers.append(layer)

    def set_weights(self, weights):
        for i, layer in enumerate(self.layers):
            layer.set_weights(weights[2 * i : 2 * i + 2])

    def compile(self, optimizer="rmsprop", loss=None, metrics=None):
        self.optimizer = SGD() if optimizer == "sgd" else optimizer
        self.loss = Loss(NAMES.get(loss, loss)) if isinstance(loss, str) else loss

    def fit(self, x, y, batch_size=32, epochs=1, validation_split=0.0, validation_data=None, shuffle=True):
        assert not shuffle, "the order must be the program's own"
        x, y = rows(x), rows(y)
        train = int(np.floor(len(x) * (1 - validation_split)))
        held = [rows(each) for each in validation_data] if validation_data else (x[train:], y[train:])
        self.data = np.concatenate([x[:train], held[0]]), np.concatenate([y[:train], held[1]]), train
        for _ in range(epochs):
            for start in range(0, train, batch_size):
                stop = min(train, start + batch_size)
                self.learn(x[start:stop], y[start:stop])

    def learn(self, x, y):
        self.step += 1
        inputs, sums, a = [], [], x
        for layer in self.layers:
            inputs.append(a)
            sums.append(a @ layer.w + layer.b)
            a = softmax(sums[-1]) if layer.activation == "softmax" else ACTIVATIONS[layer.activation](sums[-1])
        value, delta = self.loss.of(self.layers[-1].activation, sums[-1], y)
        self.history.append(float(value))
        updates = []
        for i in reversed(range(len(self.layers))):
            layer = self.layers[i]
            if layer.trainable:
                updates += [((i, 0), layer.w, inputs[i].T @ delta), ((i, 1), layer.b, delta.sum(axis=0))]
            if i > 0:
                delta = delta @ layer.w.T * slope(self.layers[i - 1].activation, sums[i - 1])
        for key, w, g in updates:
            self.optimizer.update(key, w, g, self.step)


def to_categorical(classes, num_classes=None):
    return np.eye(num_classes or int(np.max(classes)) + 1)[np.asarray(classes, dtype=int)]


def module(name, **content):
    made = types.ModuleType(name)
    made.__dict__.update(content)
    sys.modules[name] = made
    return made


layers = module("keras.layers", Dense=Dense, Input=Input)
models = module("keras.models", Sequential=Sequential)
optimizers = module("keras.optimizers", SGD=SGD, Adam=Adam)
utils = module("keras.utils", to_categorical=to_categorical)
losses = module(
    "keras.losses",
    BinaryCrossentropy=lambda: Loss("binary_crossentropy"),
    SparseCategoricalCrossentropy=lambda from_logits: Loss("sparse_categorical_crossentropy", from_logits),
)
module(
    "keras",
    Sequential=Sequential,
    Input=Input,
    layers=layers,
    models=models,
    optimizers=optimizers,
    utils=utils,
    losses=losses,
)

golden = {}
for program in sorted(HERE.glob("programs/whole-*.py")):
    runs.clear()
    runpy.run_path(str(program))
    run = runs[-1]
    x, y, train = run.data
    golden[program.name] = {
        "x": x.tolist(),
        "y": y.tolist(),
        "train": train,
        "losses": run.history,
        "weights": [[float(w) for w in tensor.ravel()] for layer in run.layers for tensor in (layer.w, layer.b)],
    }
HERE.joinpath("programs.json").write_text(json.dumps(golden, indent=1) + "\n")

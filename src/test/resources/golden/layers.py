"""Writes keras-layers.json: runs through Keras's other layers, penalties, weights of samples, and callbacks.

Each run is Keras's own model with train_on_batch, or with fit where callbacks or an epoch's loss are looked at, in float64
throughout: as float64.py says, Keras's type promotion knows no 64 bits, so result_type is made to keep them. Weights are drawn
here once; dropout and noise are not among the runs, since Keras's random numbers cannot be had elsewhere.

Needs keras 3.15.1 and jax 0.10.2; run in this folder: python layers.py
"""

import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_ENABLE_X64"] = "1"

import keras
import numpy as np
from keras.src.backend.common import dtypes

keras.config.set_floatx("float64")
promote = dtypes.result_type


def keeps_float64(*types):
    return "float64" if "float64" in map(str, types) else promote(*types)


for module in [module for name, module in sys.modules.items() if name.startswith("keras")]:
    if getattr(module, "result_type", None) is promote:
        module.result_type = keeps_float64

random = np.random.default_rng(20261125)
PENALTIES = {"l1": keras.regularizers.L1, "l2": keras.regularizers.L2, "l1_l2": keras.regularizers.L1L2}
LAYERS = {
    "dense": keras.layers.Dense,
    "activation": keras.layers.Activation,
    "dropout": keras.layers.Dropout,
    "gaussian_noise": keras.layers.GaussianNoise,
    "batch_normalization": keras.layers.BatchNormalization,
    "layer_normalization": keras.layers.LayerNormalization,
}
CALLBACKS = {"early_stopping": keras.callbacks.EarlyStopping, "reduce_lr_on_plateau": keras.callbacks.ReduceLROnPlateau}
DENSE5 = {"dense": {"units": 5, "activation": "tanh"}}
SIGMOID = {"dense": {"units": 1, "activation": "sigmoid"}}
LINEAR = {"dense": {"units": 1, "activation": "linear"}}
BCE = "binary_crossentropy"
MSE = "mean_squared_error"


def penalty(value):
    (name, settings), = value.items()
    return PENALTIES[name](**settings)


def layer(entry):
    (name, settings), = entry.items()
    arguments = {k: penalty(v) if k.endswith("regularizer") else v for k, v in settings.items()}
    return LAYERS[name](**arguments)


def tensors(model):
    return [[np.array(w).tolist() for w in layer.get_weights()] for layer in model.layers]


def run(title, layers, loss, optimizer, x, y, batch, epochs, **more):
    """Every step by train_on_batch."""
    model = built(layers, loss, optimizer, x)
    weights = start(model)
    step_loss, epoch_end_loss = [], []
    for _ in range(epochs):
        for at in range(0, len(x), batch):
            rows = slice(at, at + batch)
            part = {"class_weight": more["class_weight"]} if "class_weight" in more else {}
            if "sample_weight" in more:
                part["sample_weight"] = more["sample_weight"][rows]
            model.reset_metrics()
            step_loss.append(float(model.train_on_batch(x[rows], y[rows], **part)))
        epoch_end_loss.append(float(model.evaluate(x, y, batch_size=len(x), verbose=0)))
    return {
        "title": title, "layers": layers, "loss": loss, "optimizer": optimizer, "x": x.tolist(), "y": y.tolist(),
        "batch_size": batch, "epochs": epochs, "weights": weights, "step_loss": step_loss,
        "epoch_end_loss": epoch_end_loss, "final_weights": tensors(model), **plain(more),
    }  # fmt: skip


def fit(title, layers, loss, optimizer, x, y, batch, epochs, validation_split, callbacks, **weights_of):
    """An epoch's numbers by fit, with callbacks and class_weight or sample_weight."""
    model = built(layers, loss, optimizer, x)
    weights = start(model)
    made = [CALLBACKS[name](**settings) for callback in callbacks for name, settings in callback.items()]
    rates = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(float(model.optimizer.learning_rate.numpy())))
    seen = []
    history = model.fit(
        x, y, batch_size=batch, epochs=epochs, validation_split=validation_split, shuffle=False, verbose=0,
        callbacks=[*made, rates], **weights_of,
    ).history  # fmt: skip
    return {
        "title": title, "layers": layers, "loss": loss, "optimizer": optimizer, "x": x.tolist(), "y": y.tolist(),
        "batch_size": batch, "epochs": epochs, "validation_split": validation_split, "callbacks": callbacks,
        "weights": weights, "epoch_loss": history["loss"], "val_loss": history.get("val_loss", []),
        "epoch_accuracy": history["accuracy"], "val_accuracy": history.get("val_accuracy", []),
        "learning_rate_after": seen, "final_weights": tensors(model), **plain(weights_of),
    }  # fmt: skip


def built(layers, loss, optimizer, x):
    model = keras.Sequential([keras.layers.Input((x.shape[1],)), *map(layer, layers)])
    (name, settings), = optimizer.items()
    model.compile(loss=loss, optimizer=getattr(keras.optimizers, name)(**settings))
    return model


def built_with_accuracy(layers, loss, optimizer, x):
    model = keras.Sequential([keras.layers.Input((x.shape[1],)), *map(layer, layers)])
    (name, settings), = optimizer.items()
    model.compile(loss=loss, optimizer=getattr(keras.optimizers, name)(**settings), metrics=["accuracy"])
    return model


def start(model):
    for part in model.layers:
        part.set_weights([
            np.abs(random.normal(1, 0.2, w.shape)) if i > 1 else random.normal(1.0 if i == 0 and len(w.shape) == 1 else 0.0, 0.6, w.shape)
            for i, w in enumerate(part.get_weights())
        ])  # fmt: skip
    return tensors(model)


def plain(more):
    return {k: v.tolist() if hasattr(v, "tolist") else v for k, v in more.items()}


def points(samples, features):
    return random.uniform(-2, 2, (samples, features))


def sides(x, noise=0.6):
    return (x.sum(axis=1, keepdims=True) + random.normal(0, noise, (len(x), 1)) > 0).astype("float64")


x = points(23, 3)
y = sides(x)
curve = np.sin(x[:, :1]) + x[:, 1:2] * x[:, 2:]
adam = {"Adam": {"learning_rate": 0.02}}
sgd = {"SGD": {"learning_rate": 0.1}}
classes = random.integers(0, 3, 23)
one_hot = np.eye(3)[classes]
runs = [
    run("batch normalization", [DENSE5, {"batch_normalization": {}}, SIGMOID], BCE, adam, x, y, 8, 5),
    run("batch normalization before its activation",
        [{"dense": {"units": 6, "activation": "linear", "use_bias": False}},
         {"batch_normalization": {"momentum": 0.7, "epsilon": 1e-5, "scale": False}},
         {"activation": {"activation": "relu"}}, {"batch_normalization": {"center": False}}, LINEAR],
        MSE, sgd, x, curve, 7, 5),
    run("batch normalization first", [{"batch_normalization": {"momentum": 0.5}}, DENSE5, LINEAR], MSE, adam, x, curve, 23, 4),
    run("layer normalization",
        [DENSE5, {"layer_normalization": {}}, {"dense": {"units": 4, "activation": "tanh"}},
         {"layer_normalization": {"epsilon": 0.1, "center": False}}, SIGMOID], BCE, adam, x, y, 8, 5),
    run("frozen layers",
        [{"dense": {"units": 5, "activation": "tanh", "trainable": False, "kernel_regularizer": {"l2": {"l2": 0.1}}}},
         {"batch_normalization": {"trainable": False}}, {"dense": {"units": 4, "activation": "relu"}},
         {"layer_normalization": {"trainable": False}}, SIGMOID], BCE, adam, x, y, 8, 5),
    run("penalties",
        [{"dense": {"units": 5, "activation": "tanh", "kernel_regularizer": {"l2": {"l2": 0.03}}, "bias_regularizer": {"l1": {"l1": 0.02}}}},
         {"dense": {"units": 4, "activation": "tanh", "kernel_regularizer": {"l1": {"l1": 0.01}}}},
         {"dense": {"units": 1, "activation": "linear", "use_bias": False, "kernel_regularizer": {"l1_l2": {"l1": 0.01, "l2": 0.02}}}}],
        MSE, {"SGD": {"learning_rate": 0.05, "momentum": 0.9}}, x, curve, 6, 5),
    run("class weights", [DENSE5, SIGMOID], BCE, adam, x, y, 8, 4, class_weight={0: 1.0, 1: 3.5}),
    run("class weights of three", [DENSE5, {"dense": {"units": 3, "activation": "softmax"}}], "categorical_crossentropy", sgd,
        x, one_hot, 8, 4, class_weight={0: 0.5, 2: 4.0}),
    run("sample weights", [DENSE5, {"dense": {"units": 1, "activation": "linear", "kernel_regularizer": {"l2": {"l2": 0.01}}}}],
        MSE, sgd, x, curve, 8, 4, sample_weight=random.uniform(0, 3, 23)),
    run("sample weights and an unfused loss", [DENSE5, {"dense": {"units": 2, "activation": "tanh"}}],
        "huber", adam, x, np.hstack([curve, y]), 9, 4, sample_weight=random.uniform(0, 3, 23)),
]  # fmt: skip
built = built_with_accuracy
callback_data = points(30, 2)
labels = sides(callback_data, 1.0)
net = [{"dense": {"units": 12, "activation": "tanh"}}, SIGMOID]
fast = {"Adam": {"learning_rate": 0.03}}
fits = [
    fit("early stopping with Keras's defaults", net, BCE, fast, callback_data, labels, 8, 60, 0.3, [{"early_stopping": {}}]),
    fit("early stopping with patience that restores", net, BCE, fast, callback_data, labels, 8, 60, 0.3,
        [{"early_stopping": {"patience": 4, "min_delta": 0.001, "restore_best_weights": True}}]),
    fit("early stopping on the loss", net, BCE, {"SGD": {"learning_rate": 4.0}}, callback_data, labels, 8, 60, 0,
        [{"early_stopping": {"monitor": "loss", "patience": 2, "min_delta": 0.01, "start_from_epoch": 5}}]),
    fit("early stopping on the accuracy", net, BCE, fast, callback_data, labels, 8, 60, 0.3,
        [{"early_stopping": {"monitor": "val_accuracy", "patience": 3, "restore_best_weights": True}}]),
    fit("early stopping that never comes, and restores", net, BCE, fast, callback_data, labels, 8, 9, 0.3,
        [{"early_stopping": {"patience": 50, "restore_best_weights": True}}]),
    fit("early stopping with a baseline", net, BCE, fast, callback_data, labels, 8, 60, 0.3,
        [{"early_stopping": {"patience": 3, "baseline": 0.2}}]),
    fit("reduce on plateau", net, BCE, fast, callback_data, labels, 8, 40, 0.3,
        [{"reduce_lr_on_plateau": {"patience": 2, "factor": 0.5}}]),
    fit("reduce on plateau with a pause and a floor", net, BCE, {"SGD": {"learning_rate": 4.0}}, callback_data, labels, 8, 40, 0.3,
        [{"reduce_lr_on_plateau": {"monitor": "loss", "patience": 1, "factor": 0.3, "cooldown": 3, "min_lr": 0.1, "min_delta": 0.02}}]),
    fit("both", [DENSE5, {"batch_normalization": {}}, SIGMOID], BCE, fast, callback_data, labels, 8, 40, 0.3,
        [{"reduce_lr_on_plateau": {"patience": 2}}, {"early_stopping": {"patience": 6, "restore_best_weights": True}}]),
    fit("sample weights, which count in validation too", [DENSE5, {"batch_normalization": {}}, SIGMOID], BCE, fast, callback_data, labels,
        8, 12, 0.3, [{"reduce_lr_on_plateau": {"patience": 1}}], sample_weight=random.uniform(0, 3, 30)),
    fit("class weights, which count in training alone", net, BCE, fast, callback_data, labels, 8, 12, 0.3,
        [{"early_stopping": {"patience": 4}}], class_weight={0: 0.5, 1: 2.5}),
]  # fmt: skip
for entry in fits:
    print(entry["title"], len(entry["epoch_loss"]), entry["learning_rate_after"][::5])
with open("keras-layers.json", "w") as file:
    json.dump({"source": "Keras 3.15.1, JAX 0.10.2, float64 throughout; see layers.py", "runs": runs, "fits": fits}, file)
    file.write("\n")

"""Writes keras-float64.json: the entries of keras.json that Keras computed partly in single precision, all in double.

Keras's type promotion knows no 64 bits: result_type("float64", "float32") and result_type("float64", float) are "float32"
(keras/src/backend/common/dtypes.py). So on JAX in float64, ops.mean, in which most losses end, and ops.tanh round to
float32, and what comes out of them in keras.json is right to 7 digits only. This script first computes the entries as
they stand in keras.json, and stops unless it finds the same numbers; then it lets float64 stay float64 in that one function,
changes nothing else, and writes what Keras says then.

Needs keras 3.15.1 and jax 0.10.2; run in this folder: python float64.py
"""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_ENABLE_X64"] = "1"

import jax
import jax.numpy as jnp
import keras
import numpy as np
from keras.src.backend.common import dtypes

keras.config.set_floatx("float64")

LOSSES = {
    "mean_squared_error": keras.losses.mean_squared_error,
    "binary_crossentropy": keras.losses.binary_crossentropy,
    "categorical_crossentropy": keras.losses.categorical_crossentropy,
}
RUN_LOSSES = {**LOSSES, "hinge": keras.losses.hinge, "huber": keras.losses.huber}


def array(x):
    return jnp.asarray(x, "float64")


def activation(entry):
    y, pull = jax.vjp(keras.activations.get(entry["name"]), array(entry["x"]))
    return {**entry, "y": y, "dy_dx": pull(jnp.ones_like(y))[0]}


def loss(entry):
    per_sample = lambda p: LOSSES[entry["name"]](array(entry["y_true"]), p, **entry["params"])
    prediction = array(entry["y_pred"])
    value, gradient = jax.value_and_grad(lambda p: jnp.mean(per_sample(p)))(prediction)
    return {**entry, "value": value, "per_sample": per_sample(prediction), "d_pred": gradient}


def run(entry):
    """Plain arrays through Keras's activations and loss for what is looked at, model.fit for the weights."""
    x, y, batch = array(entry["x"]), array(entry["y"]), entry["batch_size"]
    names = [layer["activation"] for layer in entry["layers"]]

    def forward_and_loss(weights, x, y):
        for i, name in enumerate(names):
            x = keras.activations.get(name)(x @ weights[2 * i] + weights[2 * i + 1])
        penalty = entry["l2"] * sum(jnp.sum(w**2) for w in weights[::2])
        return jnp.mean(RUN_LOSSES[entry["loss"]](y, x)) + penalty

    penalty = keras.regularizers.L2(entry["l2"]) if entry["l2"] else None
    dense = [
        keras.layers.Dense(layer["units"], layer["activation"], kernel_regularizer=penalty) for layer in entry["layers"]
    ]
    model = keras.Sequential([keras.layers.Input((x.shape[1],)), *dense])
    weights = lambda: [array(w) for w in model.get_weights()]
    model.set_weights([np.array(w) for layer in entry["layers"] for w in (layer["kernel"], layer["bias"])])
    optimizer = getattr(keras.optimizers, entry["optimizer"]["name"])(**entry["optimizer"]["params"])
    model.compile(loss=entry["loss"], optimizer=optimizer, jit_compile=True)
    step_loss, epoch_end_loss = [], []
    first_loss, first = jax.value_and_grad(forward_and_loss)(weights(), x[:batch], y[:batch])
    for _ in range(entry["epochs"]):
        for start in range(0, len(x), batch):
            rows = slice(start, start + batch)
            step_loss.append(forward_and_loss(weights(), x[rows], y[rows]))
            model.train_on_batch(np.array(x[rows]), np.array(y[rows]))
        epoch_end_loss.append(forward_and_loss(weights(), x, y))
    pairs = lambda flat: [{"kernel": flat[i], "bias": flat[i + 1]} for i in range(0, len(flat), 2)]
    return {
        **entry,
        "first_batch_loss": first_loss,
        "first_batch_gradients": pairs(first),
        "step_loss": step_loss,
        "epoch_end_loss": epoch_end_loss,
        "final_weights": pairs(weights()),
    }


def plain(x):
    if isinstance(x, dict):
        return {k: plain(v) for k, v in x.items()}
    if isinstance(x, list):
        return [plain(v) for v in x]
    return np.asarray(x).tolist() if hasattr(x, "shape") else x


def worst(x, y):
    """The largest relative difference of the numbers in two trees."""
    if isinstance(x, dict):
        return max((worst(x[k], y[k]) for k in x), default=0)
    if isinstance(x, list):
        return max((worst(a, b) for a, b in zip(x, y, strict=True)), default=0)
    return abs(x - y) / max(abs(y), 1e-300) if isinstance(x, float) and x != y else 0


golden = json.load(open("keras.json"))
entries = [("activations", activation, e) for e in golden["activations"] if e["name"] == "tanh"]
entries += [
    ("losses", loss, e)
    for e in golden["losses"]
    if e["name"] in LOSSES and e["params"] in ({}, {"from_logits": True})
]
entries += [("training", run, e) for e in golden["training"]]
for part, compute, entry in entries:
    off = worst(plain(compute(entry)), entry)
    # compiled in another way, a number that was rounded to single precision may come out rounded the other way
    assert off < (1e-15 if entry.get("loss") != "hinge" else 2e-7), f"{part} {entry} differs from keras.json by {off}"

promote = dtypes.result_type
dtypes.result_type = lambda *types: "float64" if "float64" in map(str, types) else promote(*types)

double = {"source": golden["source"] + "; float64 throughout, see float64.py", "activations": [], "losses": [], "training": []}
for part, compute, entry in entries:
    again = plain(compute(entry))
    off = worst(again, entry)
    print(part, entry.get("title", entry.get("name")), entry.get("params", ""), "was off by", off)
    if off > 0:
        double[part].append(again)
with open("keras-float64.json", "w") as file:
    json.dump(double, file)
    file.write("\n")

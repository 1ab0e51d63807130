"""Writes formulas.json: the entries of keras.json that Keras rounded, from its formulas in double.

Keras's ops.mean and ops.tanh round to float32 whatever floatx says (see float64.py). Where all of what an entry says, but
for a factor of 100, is float32, this script computes the entry again in Python's own doubles, from the formulas of
keras/src/losses/losses.py, with gradients derived by hand, and stops unless keras.json says the same within the rounding,
and keras-float64.json within that of doubles. Likewise for the slopes that JAX loses by cancelling. It also writes erfc of the standard library, which gelu needs.

Needs Python alone; run in this folder: python formulas.py
"""

import json
import math
import struct

EPSILON = 1e-7


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def sign(x):
    return (x > 0) - (x < 0)


def clip(p):
    return min(max(p, EPSILON), 1 - EPSILON)


def softplus(x):
    return max(x, 0) + math.log1p(math.exp(-abs(x)))


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


# Each is (loss, slope) of one output, from the target y and the prediction p.


def squared(y, p):
    return (y - p) ** 2, 2 * (p - y)


def absolute(y, p):
    return abs(y - p), sign(p - y)


def percentage(y, p):
    scale = max(abs(y), EPSILON)
    return 100 * abs((y - p) / scale), 100 * sign(p - y) / scale


def squared_logarithmic(y, p):
    d = math.log(max(p, EPSILON) + 1) - math.log(max(y, EPSILON) + 1)
    return d**2, 2 * d / (p + 1) if p > EPSILON else 0


def huber(y, p, delta=1):
    e = p - y
    if abs(e) <= delta:
        return 0.5 * e**2, e
    return delta * abs(e) - 0.5 * delta**2, delta * sign(e)


def log_cosh(y, p):
    e = p - y
    return e + softplus(-2 * e) - math.log(2), 1 - 2 * sigmoid(-2 * e)


def hinge(y, p):
    y = 2 * y - 1
    return max(1 - y * p, 0), -y if y * p < 1 else 0


def squared_hinge(y, p):
    h, slope = hinge(y, p)
    return h**2, 2 * h * slope


def poisson(y, p):
    return p - y * math.log(p + EPSILON), 1 - y / (p + EPSILON)


def binary(y, p, label_smoothing=0, from_logits=False):
    y = y * (1 - label_smoothing) + 0.5 * label_smoothing
    if from_logits:
        return softplus(p) - y * p, sigmoid(p) - y
    q = clip(p)
    slope = -y / p + (1 - y) / (1 - p) if p == q else 0
    return -(y * math.log(q) + (1 - y) * math.log(1 - q)), slope


def focal(y, p, gamma=2):
    c, slope = binary(y, p)
    missed = 1 - (y * p + (1 - y) * (1 - p))
    return missed**gamma * c, gamma * missed ** (gamma - 1) * (1 - 2 * y) * c + missed**gamma * slope


LOSSES = {
    "mean_squared_error": squared,
    "mean_absolute_error": absolute,
    "mean_absolute_percentage_error": percentage,
    "mean_squared_logarithmic_error": squared_logarithmic,
    "huber": huber,
    "log_cosh": log_cosh,
    "hinge": hinge,
    "squared_hinge": squared_hinge,
    "poisson": poisson,
    "binary_crossentropy": binary,
    "binary_focal_crossentropy": focal,
}


def loss(entry):
    formula = LOSSES[entry["name"]]
    samples = list(zip(entry["y_true"], entry["y_pred"], strict=True))
    pairs = [[formula(y, p, **entry["params"]) for y, p in zip(*sample, strict=True)] for sample in samples]
    count = len(pairs) * len(pairs[0])
    per_sample = [math.fsum(value for value, _ in row) / len(row) for row in pairs]
    return {
        **entry,
        "value": math.fsum(per_sample) / len(per_sample),
        "per_sample": per_sample,
        "d_pred": [[slope / count for _, slope in row] for row in pairs],
    }


def elu(x, alpha=1, scale=1):
    below = scale * alpha
    return (below * math.expm1(x), below * math.exp(x)) if x < 0 else (scale * x, scale)


def selu(x):
    return elu(x, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946)


ACTIVATIONS = {"tanh": lambda x: (math.tanh(x), 1 - math.tanh(x) ** 2), "elu": elu, "celu": elu, "selu": selu}


def activation(entry):
    pairs = [ACTIVATIONS[entry["name"]](x, **entry["params"]) for x in entry["x"]]
    return {**entry, "y": [y for y, _ in pairs], "dy_dx": [slope for _, slope in pairs]}


# JAX's slope of expm1(x) is expm1(x) + 1, which at -30 is right to 4 digits.
CANCELLED = ("elu", "celu", "selu")


def is_rounded(entry):
    numbers = entry.get("per_sample") or entry["y"]
    if not isinstance(numbers[0], float):
        return False
    if entry["name"] in CANCELLED:
        return True
    return any(all(x == factor * single(x / factor) for x in numbers) for factor in (1, 100))


def worst(one, other):
    """The largest difference of the numbers in two trees, relative to the largest number there."""
    one, other = list(flat(one)), list(flat(other))
    scale = max(map(abs, other))
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) / scale


def flat(x):
    for y in x if isinstance(x, list) else []:
        yield from flat(y)
    if not isinstance(x, list):
        yield x


def key(entry):
    return entry["name"], str(entry["params"])


golden = json.load(open("keras.json"))
float64 = json.load(open("keras-float64.json"))
written = {"source": "formulas.py, from the formulas of " + golden["source"].split(",")[0]}
for part, compute in (("activations", activation), ("losses", loss)):
    exact = {key(entry): entry for entry in float64[part]}
    written[part] = []
    for entry in golden[part]:
        if is_rounded(entry):
            again = compute(entry)
            # Keras's slope of tanh is that of its rounded y, so it is held against that
            within = {**again, "dy_dx": [1 - y * y for y in entry["y"]]} if entry["name"] == "tanh" else again
            for field in ("y", "dy_dx") if part == "activations" else ("value", "per_sample", "d_pred"):
                off = worst(within[field], entry[field])
                assert off < (1e-15 if entry["name"] in CANCELLED else 2e-7), f"{key(entry)} {field} differs from keras.json by {off}"
                if key(entry) in exact:
                    off = worst(again[field], exact[key(entry)][field])
                    assert off < 1e-14, f"{key(entry)} {field} differs from keras-float64.json by {off}"
            written[part].append(again)
            print(part, *key(entry))
points = [i / 16 for i in range(-96, 97)] + [0.46875, -0.46875, 4.0, 7.3, 9.9, 15.2, 21.7, 26.0, 1e-9, -1e-9]
written["erfc"] = {"x": points, "y": [math.erfc(x) for x in points]}
with open("formulas.json", "w") as file:
    json.dump(written, file)
    file.write("\n")

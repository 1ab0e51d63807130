"""Writes keras-schedules-float64.json: the schedules of keras.json that Keras computed partly in single precision, in double.

On JAX in float64, Keras rounds a cosine, and what is multiplied with it, to float32 (see float64.py). This script runs the
schedules of Keras's own source with NumPy in the place of its backend: first with that rounding, and stops unless it finds
the numbers of keras.json within one rounding of float32, then in double throughout.

Needs NumPy and the file keras/src/optimizers/schedules/learning_rate_schedule.py of Keras 3.16.0; run in this folder:
python schedules64.py learning_rate_schedule.py
"""

import ast
import contextlib
import json
import math
import sys
import types

import numpy as np

single = True


def mixed(function):
    """What Keras's type promotion makes of float64 with float32 is float32."""

    def call(a, b):
        a, b = np.asarray(a)[()], np.asarray(b)[()]
        rounded = single and np.float32 in (type(a), type(b))
        return function(np.float32(a), np.float32(b)) if rounded else function(a, b)

    return call


ops = types.SimpleNamespace(
    name_scope=lambda name: contextlib.nullcontext(),
    convert_to_tensor=lambda x: np.float64(x) if isinstance(x, float) else np.int64(x),
    cast=lambda x, dtype: np.dtype(dtype).type(x),
    array=lambda x, dtype=None: np.asarray(x, dtype)[()],
    cos=lambda x: np.float32(np.cos(x)) if single else np.cos(x),
    cond=lambda test, yes, no: yes() if test else no(),
    where=np.where,
    equal=np.equal,
    floor=np.floor,
    ceil=np.ceil,
    log=np.log,
    power=np.power,
    minimum=np.minimum,
    multiply=mixed(np.multiply),
    divide=mixed(np.divide),
    add=mixed(np.add),
    subtract=mixed(np.subtract),
)
keras = {"ops": ops, "math": math, "LearningRateSchedule": object}
for node in ast.parse(open(sys.argv[1]).read()).body:
    if isinstance(node, ast.ClassDef) and node.name != "LearningRateSchedule":
        node.decorator_list = []
        exec(compile(ast.Module([node], []), node.name, "exec"), keras)


def rates(entry):
    schedule = keras[entry["name"]](**entry["params"])
    return [float(schedule(np.int64(step))) for step in entry["at"]]


def off(entry, again):
    scale = max(map(abs, entry["learning_rate"]))
    return max(abs(a - b) for a, b in zip(again, entry["learning_rate"], strict=True)) / scale


golden = json.load(open("keras.json"))
double = {"source": "Keras 3.16.0, NumPy, float64; float64 throughout, see schedules64.py", "schedules": []}
for entry in golden["schedules"]:
    single = True
    assert off(entry, rates(entry)) <= 2**-23, entry
    single = False
    again = rates(entry)
    print(entry["name"], "was off by", off(entry, again))
    if off(entry, again) > 1e-15:
        double["schedules"].append({**entry, "learning_rate": again})
with open("keras-schedules-float64.json", "w") as file:
    json.dump(double, file)
    file.write("\n")

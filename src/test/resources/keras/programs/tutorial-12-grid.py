import keras
from keras import layers

params = {"units": [24, 12], "rate": 0.01, "activation": "relu"}
model = keras.Sequential([keras.Input(shape=(8,))])
for units in params["units"]:
    model.add(layers.Dense(units, activation=params["activation"]))
model.add(layers.Dense(3, activation="softmax"))
model.compile(optimizer=keras.optimizers.Adamax(learning_rate=params["rate"]), loss="sparse_categorical_crossentropy")
model.fit(x, y, epochs=5, class_weight={0: 1.0, 1: 2.0, 2: 0.5})

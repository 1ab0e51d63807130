"""Exclusive or, with the weights written down."""
import numpy as np
import keras

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype="float32")
y = np.array([[0], [1], [1], [0]])
model = keras.Sequential()
model.add(keras.layers.Dense(2, activation="tanh"))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.set_weights([np.array([[0.5, -0.3], [0.2, 0.8]]), np.zeros(2), np.array([[0.7], [-0.9]]), np.array([0.1])])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.5), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=4, batch_size=2, shuffle=False)

import numpy as np
import keras

# Each sample has three answers of its own: is it warm, is it bright, is it loud?
x = np.array([[0.1, 0.9], [0.8, 0.2], [0.7, 0.6], [0.2, 0.1]])
y = np.array([[1, 0, 1], [0, 1, 1], [1, 1, 0], [0, 0, 0]])
model = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(6, activation="relu"),
    keras.layers.Dense(3, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
model.fit(x, y, epochs=20, batch_size=2)

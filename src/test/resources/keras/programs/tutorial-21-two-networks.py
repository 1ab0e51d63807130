import numpy as np
import keras

x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([0, 0, 0, 1])
shallow = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
shallow.compile("sgd", "bce")
shallow.fit(x, y, epochs=10)
deep = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
deep.compile("adam", "bce")
deep.fit(x, y, epochs=20)

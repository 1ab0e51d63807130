import numpy as np
import keras

low = np.array([[0.1, 0.2], [0.2, 0.1]])
high = low + 0.7
x = np.concatenate([low, high])
y = np.concatenate([np.zeros(len(low)), np.ones(len(high))]).astype(int)
m = keras.Sequential([keras.layers.Dense(2, activation="relu", input_shape=(2,)), keras.layers.Dense(1, activation="sigmoid")])
m.set_weights([np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, 0.1]), np.array([[1.0], [-1.0]]), np.array([0.0])])
m.compile(optimizer=keras.optimizers.SGD(1.0), loss="binary_crossentropy")
m.fit(x=x, y=y, epochs=2, batch_size=2, shuffle=False)

import numpy as np
import keras

x = np.array([[1.0, -1.0], [0.5, 2.0]])
y = np.array([[1.0], [0.0]])
m = keras.Sequential([keras.layers.Dense(2, activation="sigmoid", input_shape=(2,)), keras.layers.Dense(1)])
m.set_weights([np.array([[0.1, 0.2], [0.3, 0.4]]), np.array([0.5, 0.6]), np.array([[0.7], [0.8]]), np.array([0.9])])
m.layers[0].trainable = False
m.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="mse")
m.fit(x, y, epochs=3, batch_size=2, shuffle=False)

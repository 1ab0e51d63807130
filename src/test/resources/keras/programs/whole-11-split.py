import numpy as np
import keras

data = np.column_stack((np.arange(10), np.arange(10)[::-1])) * 0.1
goal = data.sum(axis=1, keepdims=True) - data[:, :1] * 3
m = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
m.set_weights([np.array([[0.5], [0.5]]), np.array([0.0])])
m.compile("sgd", "mae")
m.fit(data, goal, epochs=2, batch_size=4, validation_split=0.2, shuffle=False)

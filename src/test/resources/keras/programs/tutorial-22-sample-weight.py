import numpy as np
import keras

x = np.array([[1.0], [2.0], [3.0], [4.0]])
y = np.array([2.0, 4.0, 6.0, 90.0])
trust = np.ones(4)
trust[-1] = 0.1
model = keras.Sequential([keras.layers.Dense(1, input_shape=(1,))])
model.compile(optimizer=keras.optimizers.Adagrad(learning_rate=0.1), loss="mae")
model.fit(x, y, sample_weight=trust, epochs=30)

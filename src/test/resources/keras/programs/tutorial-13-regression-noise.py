import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, GaussianNoise

rng = np.random.default_rng(3)
x = np.linspace(-3, 3, 200)
y = np.sin(x) + 0.1 * rng.normal(size=200)
model = Sequential([GaussianNoise(0.05, input_shape=(1,)), Dense(20, "tanh"), Dense(1)])
model.compile(optimizer="adam", loss="mae")
model.fit(x.reshape(-1, 1), y, epochs=100, batch_size=25)

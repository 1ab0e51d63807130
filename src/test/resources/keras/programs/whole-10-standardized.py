import numpy as np
import keras

x = np.array([[1.0, 10.0], [2.0, 30.0], [4.0, 20.0], [5.0, 60.0]])
mean = x.mean(axis=0)
std = x.std(axis=0)
x = (x - mean) / std
y = np.where(x[:, 0] > 0, 1, 0)
net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid", input_dim=2)])
net.set_weights([np.array([[0.2], [0.2]]), np.array([0.0])])
net.compile(optimizer=keras.optimizers.SGD(0.3), loss=keras.losses.BinaryCrossentropy())
net.fit(x, y, epochs=3, batch_size=4, shuffle=False)

import numpy as np
import keras

hidden = 8
hidden //= 4
rate = 0.5
for _ in range(3):
    rate *= 0.5
x = np.array([[1.0], [2.0], [3.0]])
y = np.sin(x)
model = keras.Sequential()
for size in [hidden, hidden + 1]:
    model.add(keras.layers.Dense(size, activation="relu"))
model.add(keras.layers.Dense(1))
model.set_weights([
    np.array([[0.4, -0.1]]), np.array([0.1, 0.2]),
    np.ones((2, 3)) * 0.3, np.zeros(3),
    np.array([[0.5], [0.25], [-0.5]]), np.zeros(1),
])
model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
model.fit(x, y, epochs=5, batch_size=3, shuffle=False)

import numpy as np
import keras


def network(units, activation="tanh"):
    model = keras.Sequential([keras.Input(shape=(1,))])
    model.add(keras.layers.Dense(units, activation=activation))
    model.add(keras.layers.Dense(1))
    return model


def samples(count):
    x = np.linspace(0, 1, count).reshape(-1, 1)
    return x, x ** 2


x, y = samples(6)
model = network(2)
model.set_weights([np.array([[0.9, -0.4]]), np.array([0.0, 0.1]), np.array([[0.3], [0.6]]), np.array([0.2])])
model.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=0.05))
model.fit(x, y, epochs=3, batch_size=3, shuffle=False)

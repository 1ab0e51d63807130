import numpy as np
import keras

x_train = np.array([[0.0], [1.0], [2.0], [3.0]])
y_train = np.array([[0.0], [2.0], [4.0], [6.0]])
x_val, y_val = np.array([[0.5], [1.5]]), np.array([[1.0], [3.0]])
model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
model.set_weights([np.array([[1.0]]), np.array([0.0])])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.01), loss="mse")
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=3, batch_size=2, shuffle=False)

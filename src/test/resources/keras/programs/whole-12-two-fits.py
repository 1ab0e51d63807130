import numpy as np
import keras

x = np.array([[0.0], [0.5], [1.0]])
y = 1 - x
m = keras.Sequential([keras.layers.Dense(1, input_shape=(1,))])
m.set_weights([np.array([[0.0]]), np.array([0.5])])
opt = keras.optimizers.SGD()
opt.learning_rate = 0.2
opt.momentum = 0.5
m.compile(optimizer=opt, loss="mse")
m.fit(x, y, epochs=2, batch_size=3, shuffle=False)
print("once more")
m.fit(x, y, epochs=3, batch_size=3, shuffle=False)

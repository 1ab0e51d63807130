import numpy as np
from keras import Sequential, layers, optimizers

slope, offset = 2.0, -1.0
x = np.linspace(-1, 1, 9)
y = slope * x + offset
net = Sequential([layers.Dense(units=1, input_shape=(1,))])
net.set_weights([np.array([[0.0]]), np.array([0.0])])
net.compile(optimizers.SGD(0.1), loss="mean_squared_error")
net.fit(x, y, epochs=3, batch_size=4, shuffle=False)

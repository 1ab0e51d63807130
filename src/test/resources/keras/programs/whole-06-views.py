import numpy as np
import keras

table = np.array([[1., 2., 0.], [3., 4., 1.], [5., 6., 0.], [7., 8., 1.]])
x = table[:, :2]
y = table[:, -1]
table *= 0.5
y[1] = 1
x[0, 0] = -0.25
net = keras.Sequential([keras.layers.Dense(1, "sigmoid", input_shape=(2,))])
net.set_weights([np.array([[0.3], [-0.2]]), np.array([0.0])])
net.compile(optimizer=keras.optimizers.SGD(learning_rate=0.05), loss="mse")
net.fit(x, y, epochs=2, batch_size=1, shuffle=False)

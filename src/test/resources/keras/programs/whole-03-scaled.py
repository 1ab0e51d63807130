import numpy as np
import keras

pixels = np.array([[0., 51.], [102., 153.], [204., 255.], [25.5, 76.5]])
labels = np.array([1, 2, 1, 2])
pixels /= 255.0
labels = labels - 1
w = [np.array([[0.1], [0.4]]), np.array([0.5])]
model = keras.Sequential([keras.Input(shape=(pixels.shape[1],)), keras.layers.Dense(1, activation="sigmoid")])
model.set_weights(w)
model.compile(optimizer=keras.optimizers.SGD(0.2, momentum=0.9), loss="bce")
model.fit(pixels, labels, epochs=3, batch_size=2, shuffle=False)

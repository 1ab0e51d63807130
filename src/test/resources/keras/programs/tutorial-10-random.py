import numpy as np
import keras

np.random.seed(0)
x_train = np.random.random((1000, 20))
y_train = np.random.randint(2, size=(1000, 1))
model = keras.Sequential()
model.add(keras.layers.Dense(64, input_dim=x_train.shape[1], activation="relu"))
model.add(keras.layers.Dropout(0.5))
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=20, batch_size=128)
score = model.evaluate(np.random.random((100, 20)), np.random.randint(2, size=(100, 1)), batch_size=128)

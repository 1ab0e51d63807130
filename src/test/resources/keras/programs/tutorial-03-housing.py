import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

(train_x, train_y), (test_x, test_y) = keras.datasets.boston_housing.load_data()
mean = train_x.mean(axis=0)
train_x -= mean
std = train_x.std(axis=0)
train_x /= std
test_x -= mean
test_x /= std

model = keras.Sequential([
    layers.Dense(64, activation="relu", input_shape=(13,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
model.fit(train_x, train_y, epochs=130, batch_size=16, verbose=0)

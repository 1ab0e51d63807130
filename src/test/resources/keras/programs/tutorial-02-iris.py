import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from tensorflow import keras
from tensorflow.keras import layers

iris = load_iris()
X = StandardScaler().fit_transform(iris["data"])
Y = OneHotEncoder().fit_transform(iris["target"][:, np.newaxis]).toarray()
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.5, random_state=2)
model = keras.Sequential(name="iris")
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X_train, Y_train, batch_size=5, epochs=50, validation_data=(X_test, Y_test))

import pandas as pd
from keras.models import Sequential
from keras.layers import Dense

wine = pd.read_csv("winequality.csv", sep=";")
wine["type"] = 1
X = wine.drop(columns="quality").to_numpy()
y = wine.quality
model = Sequential()
model.add(Dense(12, activation="relu", input_shape=(11,)))
model.add(Dense(8, activation="relu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="rmsprop", metrics=["mae"])
model.fit(X, y, epochs=20, batch_size=1, verbose=1)

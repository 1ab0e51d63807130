from sklearn.datasets import load_digits
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

digits = load_digits()
X = digits.data / 16.0
y = to_categorical(digits.target)
model = Sequential([Dense(32, activation="relu", input_shape=(64,)), Dense(10, activation="softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=10, validation_split=0.1)

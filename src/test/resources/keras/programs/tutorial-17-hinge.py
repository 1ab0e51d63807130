from sklearn.datasets import make_circles
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.optimizers import SGD

X, y = make_circles(n_samples=1000, noise=0.1, random_state=1)
y[y == 0] = -1
model = Sequential()
model.add(Dense(50, input_dim=2, activation="relu", kernel_initializer="he_uniform"))
model.add(Dense(1, activation="tanh"))
model.compile(loss="hinge", optimizer=SGD(learning_rate=0.01, momentum=0.9), metrics=["accuracy"])
model.fit(X, y, epochs=200, verbose=0)

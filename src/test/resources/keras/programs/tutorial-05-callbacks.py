from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint, ReduceLROnPlateau
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from sklearn.datasets import make_moons

X, y = make_moons(n_samples=100, noise=0.2, random_state=1)
n_train = 30
trainX, testX = X[:n_train, :], X[n_train:, :]
trainy, testy = y[:n_train], y[n_train:]
model = Sequential()
model.add(Dense(500, input_shape=(2,), activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
es = EarlyStopping(monitor="val_loss", mode="min", verbose=1, patience=200)
mc = ModelCheckpoint("best.keras", monitor="val_accuracy", mode="max", save_best_only=True)
lr = ReduceLROnPlateau(monitor="val_loss", factor=0.2, patience=5)
model.fit(trainX, trainy, validation_data=(testX, testy), epochs=400, verbose=0, callbacks=[es, mc, lr])

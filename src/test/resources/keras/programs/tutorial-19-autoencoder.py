import keras

code = 2
entry = keras.Input(shape=(8,))
encoded = keras.layers.Dense(code, activation="relu")(entry)
decoded = keras.layers.Dense(8, activation="sigmoid")(encoded)
autoencoder = keras.Model(entry, decoded)
autoencoder.compile(optimizer="adadelta", loss="mse")
autoencoder.fit(vectors, vectors, epochs=30, batch_size=64, shuffle=True)

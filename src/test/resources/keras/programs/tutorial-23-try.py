try:
    import keras
except ImportError:
    from tensorflow import keras

epochs = 9 if True else 1
model = keras.Sequential([keras.layers.Dense(2, activation="relu", input_dim=3), keras.layers.Dense(1)])
opt = keras.optimizers.get("adam")
model.compile(optimizer="adam", loss=["mse"])
model.optimizer.learning_rate.assign(0.02)
model.fit(x, y, epochs=epochs)
assert model.count_params() == 11

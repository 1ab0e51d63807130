import keras
from keras import layers

inputs = keras.Input(shape=(6,), name="features")
x = layers.Dense(10, activation="relu", kernel_initializer="he_normal")(inputs)
x = layers.BatchNormalization()(x)
x = layers.Dropout(0.3)(x)
outputs = layers.Dense(1, activation="sigmoid", name="answer")(x)
model = keras.Model(inputs, outputs, name="chain")
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss=keras.losses.BinaryCrossentropy(), metrics=[keras.metrics.BinaryAccuracy()])
keras.utils.plot_model(model, "chain.png")
model.fit(data, labels, epochs=12, batch_size=32, validation_split=0.25)

import keras
from keras.layers import Activation, Dense, LayerNormalization

model = keras.Sequential([
    keras.Input(shape=(5,)),
    Dense(6, use_bias=False),
    LayerNormalization(epsilon=1e-6),
    Activation("gelu"),
    Dense(1, activation="softplus"),
])
model.compile(optimizer=keras.optimizers.AdamW(1e-3, weight_decay=0.01, clipnorm=1.0), loss="poisson")
model.fit(x, counts, epochs=6)

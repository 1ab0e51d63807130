import keras

rate = keras.optimizers.schedules.CosineDecay(initial_learning_rate=0.1, decay_steps=1000, alpha=0.01)
model = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(16, activation="mish", kernel_initializer=keras.initializers.GlorotNormal(seed=4)),
    keras.layers.Dense(16, activation="hard_swish", kernel_regularizer=keras.regularizers.L1L2(1e-5, 1e-4)),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.SGD(rate, momentum=0.9, nesterov=True, clipvalue=0.5), loss=keras.losses.LogCosh())
model.fit(points, heights, batch_size=16, epochs=25, validation_split=0.3)

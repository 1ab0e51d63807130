import numpy as np
import keras

features = np.stack([np.zeros(4), np.ones(4), np.arange(4)], axis=1)
target = np.array([0, 1, 1, 2])
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3)])
model.set_weights([np.eye(3), np.zeros(3)])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.3), loss=loss)
model.fit(features, target, batch_size=4, epochs=3, shuffle=False)

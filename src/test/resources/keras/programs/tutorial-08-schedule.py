import tensorflow as tf

steps_per_epoch = 20
schedule = tf.keras.optimizers.schedules.ExponentialDecay(
    0.05, decay_steps=steps_per_epoch * 10, decay_rate=0.5, staircase=True)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="elu", kernel_regularizer=tf.keras.regularizers.l2(1e-4), input_shape=(2,)),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.RMSprop(learning_rate=schedule), loss="binary_crossentropy")
model.fit(train_features, train_labels, epochs=60, batch_size=20)

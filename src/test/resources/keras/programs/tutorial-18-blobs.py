from sklearn.datasets import make_blobs
import tensorflow as tf
from tensorflow.keras import layers

X, y = make_blobs(n_samples=1000, centers=3, n_features=2, cluster_std=2, random_state=2)
model = tf.keras.Sequential([
    layers.Dense(50, input_dim=2, activation="relu", kernel_initializer="he_uniform"),
    layers.Dense(3),
])
model.compile(
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    optimizer="adam",
    metrics=["sparse_categorical_accuracy"],
)
model.fit(X, y, validation_split=0.5, epochs=100, verbose=0)

import argparse
import keras


def main():
    model = keras.models.Sequential()
    model.add(keras.layers.InputLayer(shape=(3,)))
    model.add(keras.layers.Dense(5, activation=keras.activations.swish))
    model.add(keras.layers.Dense(2))
    model.compile(keras.optimizers.Lion(), "log_cosh")
    model.fit(inputs, outputs, epochs=4)


if __name__ == "__main__":
    main()

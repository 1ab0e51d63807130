from keras.models import Sequential
from keras.layers.core import Activation, Dense, Dropout
from keras.optimizers import SGD

model = Sequential()
model.add(Dense(output_dim=16, input_dim=5, init="uniform"))
model.add(Activation("tanh"))
model.add(Dropout(p=0.5))
model.add(Dense(output_dim=2, init="normal"))
model.add(Activation("softmax"))
sgd = SGD(lr=0.1, decay=1e-6, momentum=0.9, nesterov=True)
model.compile(loss="categorical_crossentropy", optimizer=sgd)
model.fit(X_train, y_train, nb_epoch=20, batch_size=16)

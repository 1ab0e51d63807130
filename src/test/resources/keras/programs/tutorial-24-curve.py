import numpy as np
import matplotlib.pyplot as plt
from keras.models import Sequential
from keras.layers import Dense, LeakyReLU, ReLU

x = np.arange(-2, 2, 0.5)
y = np.square(x) + np.abs(x)
model = Sequential()
model.add(Dense(10, input_dim=1))
model.add(LeakyReLU(0.2))
model.add(Dense(6))
model.add(ReLU())
model.add(Dense(1))
model.compile(loss="mse", optimizer="Ftrl")
model.fit(x, y, epochs=40, batch_size=len(x), verbose=0)
fig, ax = plt.subplots(1, 2, figsize=(8, 4))
ax[0].plot(x, y)
ax[1].plot(x, model.predict(x))
plt.show()

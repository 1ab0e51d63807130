// One contender on one workload under Node.js: prints its steps a second.
// node peers.mjs PACKAGES CONTENDER WORKLOAD WARM-UP-SECONDS SECONDS
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [packages, contender, workload, warmUp, seconds] = process.argv.slice(2);
const require = createRequire(resolve(packages, 'package.json'));

const workloads = {
  playground: { widths: [2, 4, 2, 1], batch: 10, hidden: 'tanh', output: 'tanh', adam: false },
  lesson: { widths: [2, 5, 1], batch: 32, hidden: 'relu', output: 'sigmoid', adam: true },
  spiral: { widths: [8, 64, 64, 3], batch: 64, hidden: 'relu', output: 'softmax', adam: true },
  digits: { widths: [64, 256, 128, 10], batch: 128, hidden: 'relu', output: 'softmax', adam: true },
};
const { widths, batch, hidden, output, adam } = workloads[workload];
const inputs = widths[0];
const outputs = widths.at(-1);

let state = 1;
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const x = Array.from({ length: batch }, () => Array.from({ length: inputs }, () => 2 * random() - 1));
const classes = x.map(sample => outputs === 1 ? Number(sample[0] * sample[1] > 0) : Math.floor((sample[0] + 1) / 2 * outputs));

/** ConvNetJS: sample by sample. It has no Adam, so windowgrad stands in; no binary crossentropy, so its squared loss does; and no norms are taken. */
function convnetjs() {
  const { Net, Trainer, Vol } = require('convnetjs/build/convnet.js');
  const layers = [{ type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs }];
  widths.slice(1, -1).forEach(units => layers.push({ type: 'fc', num_neurons: units, activation: hidden }));
  if (output === 'softmax') {
    layers.push({ type: 'softmax', num_classes: outputs });
  } else {
    layers.push({ type: 'fc', num_neurons: 1, activation: output }, { type: 'regression', num_neurons: 1 });
  }
  const net = new Net();
  net.makeLayers(layers);
  const method = adam ? 'windowgrad' : 'sgd';
  const trainer = new Trainer(net, { method, learning_rate: 0.001, momentum: 0, batch_size: batch, l2_decay: 0 });
  const samples = x.map(sample => new Vol(sample));
  const targets = classes.map(label => output === 'softmax' ? label : [label]);
  return () => samples.forEach((sample, i) => trainer.train(sample, targets[i]));
}

/** TensorFlow.js in WebAssembly, in single precision. */
async function tensorflowjs() {
  const tf = require('@tensorflow/tfjs');
  require('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  const inputTensor = tf.tensor2d(x);
  const target = outputs === 1 ? tf.tensor2d(classes.map(label => [label])) : tf.oneHot(tf.tensor1d(classes, 'int32'), outputs).toFloat();
  const kernels = widths.slice(1).map((units, i) => tf.variable(tf.randomUniform([widths[i], units], -0.5, 0.5)));
  const biases = widths.slice(1).map(units => tf.variable(tf.zeros([units])));
  const optimizer = adam ? tf.train.adam(0.001) : tf.train.sgd(0.001);
  const loss = () => {
    let z = inputTensor;
    kernels.forEach((kernel, i) => {
      z = tf.add(tf.matMul(z, kernel), biases[i]);
      if (i < kernels.length - 1) z = hidden === 'relu' ? tf.relu(z) : tf.tanh(z);
    });
    if (output === 'softmax') return tf.losses.softmaxCrossEntropy(target, z);
    return output === 'sigmoid' ? tf.losses.sigmoidCrossEntropy(target, z) : tf.losses.meanSquaredError(target, tf.tanh(z));
  };
  return () => tf.tidy(() => {
    const { value, grads } = tf.variableGrads(loss);
    kernels.forEach(kernel => tf.norm(grads[kernel.name]).dataSync());
    optimizer.applyGradients(grads);
    return value.dataSync();
  });
}

function stepsPerSecond(step, duration) {
  const begun = performance.now();
  let steps = 0;
  do {
    step();
    steps++;
  } while (performance.now() - begun < 1000 * duration);
  return 1000 * steps / (performance.now() - begun);
}

const step = await { CONVNETJS: convnetjs, TENSORFLOWJS: tensorflowjs }[contender]();
stepsPerSecond(step, Number(warmUp));
console.log(stepsPerSecond(step, Number(seconds)));

// Writes tensorflow-playground.json: short trainings by TensorFlow Playground's own nn.ts.
//
//   node --experimental-strip-types playground.mjs PATH/TO/playground/src/nn.ts > tensorflow-playground.json
//
// The points and the first weights are made here, by a small generator of random numbers, and are written too. A weight
// that L1 cuts is 0 from then on, as there; the batches fill the epochs, since what is left over is treated otherwise.
import { pathToFileURL } from 'node:url';

const nn = await import(pathToFileURL(process.argv[2]));

let seed = 12345;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const uniform = (most) => Math.round((2 * random() - 1) * most * 1e6) / 1e6;

const POINTS = Array.from({ length: 40 }, () => [uniform(6), uniform(6)]);

function training({ shape, activation, output, regularization, rate, learningRate, batch, epochs }) {
  const network = nn.buildNetwork(
    [2, ...shape, 1],
    nn.Activations[activation.toUpperCase()],
    nn.Activations[output.toUpperCase()],
    regularization === 'none' ? null : nn.RegularizationFunction[regularization.toUpperCase()],
    ['x', 'y'],
  );
  const layers = network.slice(1);
  layers.flat().forEach((node) => {
    node.bias = uniform(0.5);
    node.inputLinks.forEach((link) => (link.weight = uniform(0.5)));
  });
  const labels = POINTS.map(([x, y]) => (output === 'linear' ? (x + y) / 10 : x * y >= 0 ? 1 : -1));
  const numbers = () =>
    layers.flatMap((layer) => [
      ...layer.flatMap((node) => node.inputLinks.map((link) => link.weight)),
      ...layer.map((node) => node.bias),
    ]);
  const start = numbers();
  for (let epoch = 0; epoch < epochs; epoch++) {
    POINTS.forEach((point, i) => {
      nn.forwardProp(network, point);
      nn.backProp(network, labels[i], nn.Errors.SQUARE);
      if ((i + 1) % batch === 0) {
        nn.updateWeights(network, learningRate, rate);
      }
    });
  }
  const losses = POINTS.map((point, i) => nn.Errors.SQUARE.error(nn.forwardProp(network, point), labels[i]));
  const loss = losses.reduce((sum, each) => sum + each, 0) / losses.length;
  const cut = layers.flatMap((layer) => layer.flatMap((node) => node.inputLinks)).filter((link) => link.isDead).length;
  return { shape, activation, output, regularization, rate, learningRate, batch, epochs, labels, start, end: numbers(), loss, cut };
}

const plain = { shape: [4, 2], activation: 'tanh', output: 'tanh', regularization: 'none', rate: 0, learningRate: 0.03, batch: 10, epochs: 25 };
const runs = [
  plain,
  { ...plain, activation: 'relu', learningRate: 0.01 },
  { ...plain, activation: 'sigmoid', batch: 1 },
  { ...plain, shape: [], activation: 'linear', output: 'linear', batch: 20, learningRate: 0.003 },
  { ...plain, shape: [3], activation: 'tanh', output: 'linear', batch: 40 },
  { ...plain, regularization: 'l2', rate: 0.03, learningRate: 0.1 },
  { ...plain, regularization: 'l1', rate: 0.02, learningRate: 0.1 },
  { ...plain, shape: [5, 4, 3], regularization: 'l1', rate: 0.01 },
].map(training);

console.log(JSON.stringify({ points: POINTS, runs }));

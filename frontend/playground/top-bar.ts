/** The bar above: the buttons of the training, and the settings that a person changes most. */
import { html, nothing } from 'lit';
import { whole } from '../format.js';
import { box, named, numbers, select } from './controls.js';
import { type PlaygroundContext, anyNumber } from './playground-context.js';
import { readLayers, writeLayers } from './layers.js';
import type { ActMessage, Entry, FrameMessage } from './messages.js';
import { panel } from './panel.js';
import { score } from './output-column.js';
import { share } from './share.js';

const LEARNING_RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const RATES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const STEP_WORDS: Record<string, string> = { epoch: 'one epoch', batch: 'one mini-batch', sample: 'one sample' };

export function topBar(context: PlaygroundContext, frame?: FrameMessage) {
  return html`<section class="pg-bar" aria-label="Training">
    ${transport(context, frame)}
    <div class="pg-controls">
      ${mainControls(context)}
      <div class="pg-panels">${more(context)}${share(context)}</div>
    </div>
  </section>`;
}

function transport(context: PlaygroundContext, frame?: FrameMessage) {
  const playing = frame?.playing ?? false;
  const unit = context.text('step');
  const act = (name: string) => () => context.tell('act', { name } satisfies ActMessage);
  const round = (control: string, icon: string, name: string, title: string, press: () => void) =>
    context.gone(control)
      ? nothing
      : html`<button
          class="pg-round ${control} ${icon === 'play' && frame?.step === 0 ? 'fresh' : ''}"
          data-icon=${icon}
          aria-label=${name}
          title=${title}
          @click=${press}
        ></button>`;
  return html`<div class="pg-transport">
    ${round('reset', 'reset', 'Reset', 'Reset: the same first weights again', act('reset'))}
    ${playing
      ? round('play', 'pause', 'Pause', 'Pause', act('pause'))
      : round('play', 'play', 'Play', 'Play: train the network', act('play'))}
    ${round('stepping', 'step', 'Step', `Step: ${STEP_WORDS[unit]}`, act('step'))}
    ${round('weights', 'dice', 'New weights', 'New first weights', () => context.set({ weights: anyNumber() }))}
    <p class="pg-epoch">
      <span>Epoch</span><output data-figure="epoch">${whole(frame?.epoch ?? 0)}</output>
      ${unit === 'epoch' ? nothing : html`<small>step <span data-figure="step">${whole(frame?.step ?? 0)}</span></small>`}
    </p>
    <p class="pg-loss-now"><span>Test loss</span><strong>${score(frame?.test.loss)}</strong></p>
  </div>`;
}

function mainControls(context: PlaygroundContext) {
  const all = context.catalogue;
  const hidden = readLayers(context.text('hidden'));
  const alike = hidden.every((layer) => layer.activation === hidden[0]?.activation);
  const activation = alike ? (hidden[0]?.activation ?? 'tanh') : '';
  const losses = all.problems.find(({ key }) => key === context.settings.problem)!.losses;
  const setActivation = (f: string) => context.set({ hidden: writeLayers(hidden.map((layer) => ({ ...layer, activation: f }))) });
  const setProblem = (problem: string) =>
    context.set({ data: all.figures.find((each) => each.problem === problem && each.key !== 'own')!.key });
  const one = (label: string, key: string, options: Entry[], value = context.text(key), change = context.setter(key)) =>
    context.gone(key) ? nothing : select(label, key, value, options, change);
  return html`${one('Learning rate', 'lr', numbers(LEARNING_RATES, context.text('lr')))}
  ${one('Activation', 'activation', named(all.activations), activation, setActivation)}
  ${one('Regularization', 'reg', all.regularizations)}${one('Rate', 'rate', numbers(RATES, context.text('rate')))}
  ${one('Problem', 'problem', all.problems, context.settings.problem, setProblem)}
  ${one('Loss', 'loss', named(losses), context.loss)}${one('Optimizer', 'opt', named(all.optimizers))}`;
}

function more(context: PlaygroundContext) {
  const all = context.catalogue;
  const field = (label: string, key: string, options: Entry[]) =>
    select(label, key, context.text(key), options, context.setter(key));
  const number = (label: string, key: string, placeholder = '') =>
    box(label, key, context.text(key), context.setter(key), placeholder);
  return panel(
    'More',
    context.gone('more'),
    html`<fieldset>
        <legend>Pace</legend>
        ${field('Steps', 'pace', all.paces)}${field('A step is one', 'step', all.units)}
      </fieldset>
      <fieldset>
        <legend>First weights</legend>
        ${field('Initializer', 'init', named(all.initializers))}${number('Seed', 'weights')}
      </fieldset>
      <fieldset>
        <legend>Learning rate over time</legend>
        ${field('Schedule', 'schedule', all.schedules)}${number('Epochs', 'over')}
        ${context.text('opt') === 'sgd' ? number('Momentum', 'momentum') : nothing}
      </fieldset>
      <fieldset>
        <legend>Stop</legend>
        ${number('After epochs', 'epochs', 'never')}${number('Test loss below', 'goal', 'never')}
        ${number('No better for epochs', 'patience', 'never')}
      </fieldset>`,
  );
}

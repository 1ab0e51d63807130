/** The text below the Playground: what a network is, and five things to try, each at a press. */
import type { ActMessage } from './messages.js';
import { html } from 'lit';
import type { PlaygroundContext } from './playground-context.js';

interface Figure {
  title: string;
  text: string;
  button: string;
  setup: Record<string, string>;
}

const USUAL = { inputs: 'x,y', hidden: '4tanh,2tanh', lr: '0.03', noise: '0', reg: 'none', rate: '0', opt: 'sgd', weights: '1' };

const FIGURES: Figure[] = [
  {
    title: 'One unit draws one line',
    text: 'A unit multiplies each input by a weight, adds a bias, and bends the sum. Alone it can split the plane only by a straight line.',
    button: 'Split two clouds',
    setup: { ...USUAL, data: 'gauss', hidden: 'none' },
  },
  {
    title: 'Where a line is not enough',
    text: 'No straight line goes around a disc. Watch the loss: it stops falling, far above 0, however long you wait.',
    button: 'Give one unit the disc',
    setup: { ...USUAL, data: 'circle', hidden: 'none' },
  },
  {
    title: 'Hidden units join their lines',
    text: 'Three units draw three lines, and the output joins them to a closed shape. Take one unit away and look at what is missing.',
    button: 'Three hidden units',
    setup: { ...USUAL, data: 'circle', hidden: '3tanh' },
  },
  {
    title: 'A learning rate that is too large',
    text: 'Each step goes against the gradient, as far as the learning rate says. Too far, and the loss jumps instead of falling.',
    button: 'Learn with a rate of 3',
    setup: { ...USUAL, data: 'circle', lr: '3' },
  },
  {
    title: 'More layers for a spiral',
    text: 'Later layers build on the shapes of earlier ones. A spiral needs many of them, and patience.',
    button: 'Learn the spiral',
    setup: { ...USUAL, data: 'spiral', hidden: '8tanh,8tanh', lr: '0.01', opt: 'adam' },
  },
];

export function essay(context: PlaygroundContext) {
  const open = (figure: Figure) => {
    context.set(figure.setup);
    context.tell('act', { name: 'play' } satisfies ActMessage);
    document.querySelector('.pg-bar')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return html`<section class="pg-essay" aria-labelledby="pg-essay-title">
    <h2 id="pg-essay-title">What happens here</h2>
    <p>
      A neural network turns numbers into a prediction. The points have two inputs, <em>x₁</em> and <em>x₂</em>, and a colour. The
      network sees some of the points and changes its weights, step by step, so that its prediction comes nearer to their colours.
      The <strong>loss</strong> says how wrong it still is. Press one of these, and look at the picture on the right and at the
      loss.
    </p>
    <ol class="pg-figures">
      ${FIGURES.map(
        (figure) =>
          html`<li>
            <h3>${figure.title}</h3>
            <p>${figure.text}</p>
            <button class="button" @click=${() => open(figure)}>${figure.button}</button>
          </li>`,
      )}
    </ol>
  </section>`;
}

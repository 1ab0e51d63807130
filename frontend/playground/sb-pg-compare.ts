import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { valueOf } from '../event-values.js';
import { COUNT } from '../fields/input-mode.js';
import { LightElement } from '../light-element.js';
import { significant, whole } from '../format.js';
import type { Lane, SweepWish } from './messages.js';
import './sb-pg-losses.js';
import type { Moment } from './moments.js';

/** A run that was kept to be compared with. */
export interface Kept {
  name: string;
  link: string;
  moments: Moment[];
}

/** Settings that are worth comparing, with values to begin with. */
const SETTINGS: [string, string, string][] = [
  ['lr', 'Learning rate', '0.003 0.01 0.03 0.1 0.3'],
  ['hidden', 'Hidden layers', 'none 2tanh 4tanh 8tanh 4tanh,2tanh'],
  ['batch', 'Batch size', '1 5 10 30'],
  ['opt', 'Optimizer', 'sgd rmsprop adam'],
  ['init', 'Initializer', 'zeros playground_uniform glorot_uniform he_normal'],
  ['weights', 'First weights', '1 2 3 4 5'],
  ['reg', 'Regularization', 'none l1 l2'],
  ['rate', 'Regularization rate', '0 0.001 0.01 0.1'],
  ['noise', 'Noise', '0 10 25 50'],
  ['inputs', 'Inputs', 'x,y xx,yy x,y,xx,yy,xy x,y,sinx,siny'],
];

/** Runs side by side: of one setting with several values, and those that were kept. Fires `sweep`, `keep`, `use`. */
@customElement('sb-pg-compare')
export class Compare extends LightElement {
  @property({ attribute: false }) lanes: Lane[] = [];
  @property({ attribute: false }) kept: Kept[] = [];
  @state() private key = 'lr';
  @state() private values = SETTINGS[0][2];
  @state() private epochs = '200';
  private swept = 'lr';

  protected render() {
    return html`<form class="pg-compare-form" @submit=${this.send}>
        <label class="pg-field"
          ><span>Setting</span>
          <select @change=${this.pick}>
            ${SETTINGS.map(([key, title]) => html`<option value=${key} ?selected=${key === this.key}>${title}</option>`)}
          </select>
        </label>
        <label class="pg-field pg-values"
          ><span>Its values, with spaces between</span>
          <input type="text" .value=${this.values} @input=${(e: Event) => (this.values = valueOf(e))} />
        </label>
        <label class="pg-field"
          ><span>Epochs</span>
          <input type="text" inputmode=${COUNT} .value=${this.epochs} @input=${(e: Event) => (this.epochs = valueOf(e))} />
        </label>
        <button class="button primary" type="submit">Train side by side</button>
        <button class="button" type="button" @click=${() => this.fire('keep')}>Keep this run</button>
      </form>
      ${this.results()}`;
  }

  private results() {
    const all: Moment[][] = [...this.lanes.map((lane) => losses(lane)), ...this.kept.map(({ moments }) => moments)];
    if (!all.length) {
      return nothing;
    }
    const top = Math.max(1e-9, ...all.flatMap((moments) => moments.map(({ test }) => test)).filter(Number.isFinite));
    const best = onlyLeast(all.map((moments) => last(moments)?.test ?? NaN));
    return html`<ul class="pg-lanes">
      ${this.lanes.map((lane, i) =>
        this.card(lane.value, all[i], top, best, lane.over ? 'done' : 'training', () =>
          this.fire('use', { texts: { [this.swept]: lane.value } }),
        ),
      )}
      ${this.kept.map((kept, i) =>
        this.card(kept.name, all[this.lanes.length + i], top, best, 'kept', () => this.fire('use', { link: kept.link })),
      )}
    </ul>`;
  }

  private card(name: string, moments: Moment[], top: number, best: number, word: string, use: () => void) {
    const end = last(moments);
    return html`<li class="pg-lane ${end?.test === best ? 'best' : ''}">
      <h4 title=${name}>${name}</h4>
      <sb-pg-losses .moments=${moments} .top=${top}></sb-pg-losses>
      <p>
        <b>${significant(end?.test ?? NaN, 3)}</b>
        <small>${end?.test === best ? 'best ' : ''}test loss, epoch ${whole(end?.step ?? 0)}, ${word}</small>
      </p>
      <button class="pg-text-button" aria-label="Use ${name}" @click=${use}>Use</button>
    </li>`;
  }

  private pick = (event: Event): void => {
    this.key = valueOf(event);
    this.values = SETTINGS.find(([key]) => key === this.key)![2];
  };

  private send = (event: Event): void => {
    event.preventDefault();
    this.swept = this.key;
    this.fire('sweep', { key: this.key, values: this.values, epochs: this.epochs } satisfies SweepWish);
  };
}

function losses(lane: Lane): Moment[] {
  return lane.moments.map(({ step, train, test }) => ({ step, train: train ?? NaN, test: test ?? NaN }));
}

/** Returns the least of the numbers, or NaN where several share it, as all runs do before their first step. */
function onlyLeast(numbers: number[]): number {
  const least = Math.min(...numbers.filter(Number.isFinite));
  return numbers.filter((number) => number === least).length === 1 ? least : NaN;
}

function last(moments: Moment[]): Moment | undefined {
  return moments[moments.length - 1];
}

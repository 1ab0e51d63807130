import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { significant, whole } from '../format.js';
import { type PlaneColours, planeColours } from '../plane/colours.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { box, check, named, numbers, select, slider } from './controls.js';
import { forward } from './forward.js';
import { type Tones, tones } from './heat.js';
import { type HiddenLayer, MOST_LAYERS, readLayers, writeLayers } from './layers.js';
import {
  type Catalogue,
  type FrameMessage,
  type Message,
  type Place,
  type SettingsMessage,
  type Setup,
  readNet,
  readSetup,
} from './messages.js';
import type { Net } from './net.js';
import { MOST_CLASSES, type OwnPoint, painted, readPoints, writePoints } from './own-points.js';
import { type Fields, between, fields, inputField } from './painter.js';
import { type Diagram, isProbability, unitName } from './sb-pg-diagram.js';
import './sb-pg-inspector.js';
import type { Inspector } from './sb-pg-inspector.js';
import './sb-pg-losses.js';
import { type Moment, withMoment } from './sb-pg-losses.js';
import './sb-pg-output.js';
import type { Output } from './sb-pg-output.js';
import './sb-pg-thumb.js';

const LEARNING_RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const RATES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** Between two frames, in milliseconds. */
const BEAT = 100;
/** A picture that takes longer, in milliseconds, is drawn once a frame. */
const QUICK = 9;

/**
 * The Playground: all its controls and pictures. The server trains and sends weights; everything that is drawn is computed
 * here. Fires `change-settings`, `act`, `weight`, `csv` and `hash`.
 */
@customElement('sb-playground')
export class Playground extends LitElement {
  @property({ attribute: false }) catalogue?: Catalogue;
  @property({ attribute: false }) settings?: SettingsMessage;
  @property({ attribute: false }) notices: string[] = [];
  @query('sb-pg-diagram') private diagram?: Diagram;
  @query('sb-pg-output') private output?: Output;
  @query('sb-pg-inspector') private inspector?: Inspector;
  @state() private setup?: Setup;
  @state() private frame?: FrameMessage;
  @state() private moments: Moment[] = [];
  @state() private pointed?: Place;
  @state() private selected?: Place;
  @state() private probe = { x: 1, y: 1 };
  @state() private pending: Record<string, string> = {};
  @state() private room = 700;
  @state() private tall = 440;
  /** The class that is painted; −1 rubs out. */
  @state() private brush = 0;
  @state() private undoable: string[] = [];
  private target?: Net;
  private shown?: Net;
  private made?: Fields;
  private spent = 0;
  private changes = 0;
  private animation = 0;
  private colours?: { tones: Tones; colours: PlaneColours };
  private ends: (() => void)[] = [];

  protected createRenderRoot() {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const repaint = () => {
      this.colours = undefined;
      this.requestUpdate();
      this.paint();
    };
    const readHash = () => this.readHash();
    addEventListener('hashchange', readHash);
    const sizes = new ResizeObserver(() => this.measure());
    sizes.observe(this);
    this.ends = [onSchemeChange(repaint), () => removeEventListener('hashchange', readHash), () => sizes.disconnect()];
    readHash();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends.forEach((end) => end());
    cancelAnimationFrame(this.animation);
  }

  /** A link of TensorFlow Playground carries its setup where no server sees it. */
  private readHash(): void {
    if (location.hash.includes('=')) {
      this.tell('hash', { hash: location.hash.slice(1) });
    }
  }

  private measure(): void {
    const middle = this.querySelector('.pg-network');
    this.room = Math.max(280, Math.floor(middle?.clientWidth ?? 700));
    this.tall = Math.max(400, Math.min(560, innerHeight - 460));
  }

  /** Takes what is new; the promise is kept when it is on the screen. */
  async take({ setup, frame }: Message): Promise<void> {
    if (setup) {
      this.setup = readSetup(setup);
      this.colours = undefined;
    }
    const anew = frame.network !== this.frame?.network;
    this.moments = anew ? [] : this.moments;
    this.shown = anew ? undefined : this.shown;
    this.frame = frame;
    this.target = readNet(this.setup!, frame);
    const losses = { train: frame.train.loss ?? NaN, test: frame.test.loss ?? NaN };
    this.moments = withMoment(this.moments, { step: frame.step, ...losses });
    await this.updateComplete;
    await this.show();
  }

  /** Moves the picture over to the new weights. */
  private show(): Promise<void> {
    cancelAnimationFrame(this.animation);
    const from = this.shown?.weights;
    const to = this.target!;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const smooth = this.frame!.playing && !still && this.spent < QUICK && from?.length === to.weights.length;
    const begin = performance.now();
    return new Promise((done) => {
      const draw = (now: number) => {
        const share = smooth ? Math.min(1, Math.max(0.2, (now - begin) / BEAT)) : 1;
        this.shown = share < 1 ? to.with(between(from!, to.weights, share)) : to;
        this.paint();
        done();
        if (share < 1) {
          this.animation = requestAnimationFrame(draw);
        }
      };
      this.animation = requestAnimationFrame(draw);
    });
  }

  private paint(): void {
    const net = this.shown;
    if (!net || !this.setup || !this.diagram || !this.output) {
      return;
    }
    const begin = performance.now();
    this.made = fields(net);
    const { grid, outputs } = this.made;
    const { tones: paints, colours } = this.paints();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const inputs = this.inputs.map((input) => inputField(input.key, grid));
    this.diagram.draw({ outputs, inputs, side: grid.side, tones: paints, still });
    this.output.draw({
      ...this.ground(outputs, inputs),
      side: grid.side,
      discrete: this.text('discrete') === 'yes',
      setup: this.setup,
      showTest: this.text('test') === 'yes' || this.isOwn,
      fresh: this.fresh(),
      probe: this.selected || this.pointed ? this.probe : undefined,
      tones: paints,
      colours,
    });
    this.spent = performance.now() - begin;
  }

  private ground(outputs: Float32Array[][], inputs: Float32Array[]) {
    const place = this.pointed;
    const { layers } = this.shown!;
    const last = layers.length - 1;
    if (place && place.layer < 0) {
      return { fields: [inputs[place.unit]], probability: false };
    }
    if (place && place.layer <= last && outputs[place.layer + 1][place.unit]) {
      const probability = place.layer === last && isProbability(layers[last].activation);
      return { fields: [outputs[place.layer + 1][place.unit]], probability };
    }
    return { fields: outputs[last + 1], probability: isProbability(layers[last].activation) };
  }

  private get isOwn(): boolean {
    return this.text('data') === 'own';
  }

  /** Painted points that the server has not answered for. */
  private fresh() {
    if (this.pending.points === undefined || !this.isOwn) {
      return undefined;
    }
    const known = readPoints(this.settings!.texts.points).length;
    const points = readPoints(this.pending.points).slice(known);
    const every = (of: (point: OwnPoint) => number) => Float32Array.from(points, of);
    return { x: every(({ x }) => x), y: every(({ y }) => y), label: every(({ label }) => label) };
  }

  private paints(): { tones: Tones; colours: PlaneColours } {
    if (!this.colours) {
      const probe = this.querySelector<HTMLElement>('.pg-probe')!;
      const colours = planeColours(probe, MOST_CLASSES);
      colours.classes = (this.setup?.classes ?? 2) > 2 ? colours.classes : planeColours(probe, 2).classes;
      this.colours = { colours, tones: tones(colours) };
    }
    return this.colours;
  }

  // --- settings ---------------------------------------------------------------------------------------------------

  /** A setting's text: what was changed here last, or else what the server says. */
  private text(key: string): string {
    return this.pending[key] ?? this.settings?.texts[key] ?? '';
  }

  private set(changed: Record<string, string>): void {
    this.pending = { ...this.pending, ...changed };
    this.tell('change-settings', { texts: changed, number: ++this.changes });
  }

  private setter = (key: string) => (text: string) => this.set({ [key]: text });

  private gone(control: string): boolean {
    return this.settings?.gone.includes(control) ?? false;
  }

  private get hiddenLayers(): HiddenLayer[] {
    return readLayers(this.text('hidden'));
  }

  private get inputs() {
    return this.catalogue!.inputs.filter(({ key }) => !this.gone(key));
  }

  private act(name: string): void {
    this.tell('act', { name });
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings') && this.settings) {
      if (this.settings.answered >= this.changes) {
        this.pending = {};
      }
      const query = this.settings.link ? `?${this.settings.link}` : '';
      history.replaceState(history.state, '', location.pathname + query);
    }
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('pointed') || changed.has('settings') || changed.has('selected') || changed.has('probe')) {
      this.paint();
    }
    if (!changed.has('room')) {
      this.measure();
    }
  }

  // --- the page ---------------------------------------------------------------------------------------------------

  protected render() {
    if (!this.catalogue || !this.settings) {
      return nothing;
    }
    return html`<span class="pg-probe" hidden></span>
      ${this.notices.length
        ? html`<ul class="pg-notices" role="status">${this.notices.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
        : nothing}
      ${this.topBar()}
      <div class="pg-columns">${this.dataColumn()}${this.networkColumn()}${this.outputColumn()}</div>`;
  }

  private topBar() {
    const { frame } = this;
    const playing = frame?.playing ?? false;
    const byEpoch = this.text('step') === 'epoch';
    return html`<section class="pg-bar" aria-label="Training">
      <div class="pg-transport">
        ${this.gone('reset')
          ? nothing
          : html`<button class="pg-round" data-icon="reset" aria-label="Reset" title="Reset: the same first weights again"
              @click=${() => this.act('reset')}></button>`}
        ${this.gone('play')
          ? nothing
          : html`<button class="pg-round play" data-icon=${playing ? 'pause' : 'play'}
              aria-label=${playing ? 'Pause' : 'Play'} title=${playing ? 'Pause' : 'Train'}
              @click=${() => this.act(playing ? 'pause' : 'play')}></button>`}
        ${this.gone('stepping')
          ? nothing
          : html`<button class="pg-round" data-icon="step" aria-label="Step"
              title="Step: ${byEpoch ? 'one epoch' : this.text('step') === 'batch' ? 'one mini-batch' : 'one sample'}"
              @click=${() => this.act('step')}></button>`}
        <p class="pg-epoch">
          <span>Epoch</span><output data-figure="epoch">${whole(frame?.epoch ?? 0)}</output>
          ${byEpoch ? nothing : html`<small>step <span data-figure="step">${whole(frame?.step ?? 0)}</span></small>`}
        </p>
      </div>
      ${this.mainControls()}
    </section>`;
  }

  private mainControls() {
    const all = this.catalogue!;
    const hidden = this.hiddenLayers;
    const activation = hidden.every((layer) => layer.activation === hidden[0]?.activation)
      ? (hidden[0]?.activation ?? 'tanh')
      : '';
    const losses = all.problems.find(({ key }) => key === this.settings!.problem)!.losses;
    const controls = [
      ['lr', select('Learning rate', 'lr', this.text('lr'), numbers(LEARNING_RATES, this.text('lr')), this.setter('lr'))],
      [
        'activation',
        select('Activation', 'activation', activation, named(all.activations), (f) =>
          this.set({ hidden: writeLayers(hidden.map((layer) => ({ ...layer, activation: f }))) }),
        ),
      ],
      ['reg', select('Regularization', 'reg', this.text('reg'), all.regularizations, this.setter('reg'))],
      ['rate', select('Rate', 'rate', this.text('rate'), numbers(RATES, this.text('rate')), this.setter('rate'))],
      ['problem', select('Problem', 'problem', this.settings!.problem, all.problems, this.setProblem)],
      ['loss', select('Loss', 'loss', this.pending.loss ?? this.settings!.loss, named(losses), this.setter('loss'))],
      ['opt', select('Optimizer', 'opt', this.text('opt'), named(all.optimizers), this.setter('opt'))],
    ] as const;
    return html`<div class="pg-controls">
      ${controls.filter(([key]) => !this.gone(key)).map(([, control]) => control)}
      ${this.gone('more') ? nothing : this.more()}
    </div>`;
  }

  private setProblem = (problem: string): void => {
    const figure = this.catalogue!.figures.find((each) => each.problem === problem)!;
    this.set({ data: figure.key });
  };

  private more() {
    const all = this.catalogue!;
    const field = (label: string, key: string, options = all.paces) =>
      select(label, key, this.text(key), options, this.setter(key));
    return html`<details class="pg-more">
      <summary>More</summary>
      <div class="pg-more-panel">
        <fieldset>
          <legend>Pace</legend>
          ${field('Steps', 'pace')}${field('A step is one', 'step', all.units)}
        </fieldset>
        <fieldset>
          <legend>First weights</legend>
          ${field('Initializer', 'init', named(all.initializers))}
          ${box('Seed', 'weights', this.text('weights'), this.setter('weights'))}
          <button class="button" @click=${() => this.set({ weights: String(Math.floor(Math.random() * 1e6)) })}>
            New weights
          </button>
        </fieldset>
        <fieldset>
          <legend>Learning rate over time</legend>
          ${field('Schedule', 'schedule', all.schedules)}
          ${box('Epochs', 'over', this.text('over'), this.setter('over'))}
          ${this.text('opt') === 'sgd'
            ? box('Momentum', 'momentum', this.text('momentum'), this.setter('momentum'))
            : nothing}
        </fieldset>
        <fieldset>
          <legend>Stop</legend>
          ${box('After epochs', 'epochs', this.text('epochs'), this.setter('epochs'), 'never')}
          ${box('Test loss below', 'goal', this.text('goal'), this.setter('goal'), 'never')}
          ${box('No better for epochs', 'patience', this.text('patience'), this.setter('patience'), 'never')}
        </fieldset>
      </div>
    </details>`;
  }

  private dataColumn() {
    const figures = this.catalogue!.figures.filter(
      ({ key, problem }) => key !== 'own' && problem === this.settings!.problem,
    );
    const percent = { step: 1, unit: ' %' };
    return html`<section class="pg-data" aria-labelledby="pg-data-title">
      <h2 id="pg-data-title">Data</h2>
      ${this.gone('data')
        ? nothing
        : html`<div class="pg-thumbs" role="group" aria-label="Which points">
            ${figures.map(
              ({ key, title, picture }) =>
                html`<button
                  class="pg-thumb"
                  aria-pressed=${this.text('data') === key}
                  aria-label=${title}
                  title=${title}
                  data-figure=${key}
                  @click=${() => this.set({ data: key })}
                >
                  <sb-pg-thumb .picture=${picture} .paint=${this.hasUpdated ? this.paints() : undefined}></sb-pg-thumb>
                </button>`,
            )}
            <button class="pg-thumb pg-own" aria-pressed=${this.isOwn} title="Paint your own points, or load a table"
              @click=${() => this.set({ data: 'own' })}>Own points</button>
          </div>`}
      ${this.isOwn && !this.gone('data') ? this.ownPoints() : nothing}
      ${this.settings!.problem === 'classes' && !this.isOwn
        ? slider('Classes', 'classes', { min: 3, max: 6, step: 1, unit: '' }, this.text('classes'), this.setter('classes'))
        : nothing}
      ${this.gone('train')
        ? nothing
        : slider('To train', 'train', { min: 10, max: 90, ...percent, step: 10 }, this.text('train'), this.setter('train'))}
      ${this.gone('noise')
        ? nothing
        : slider('Noise', 'noise', { min: 0, max: 50, ...percent, step: 5 }, this.text('noise'), this.setter('noise'))}
      ${this.gone('batch')
        ? nothing
        : slider('Batch size', 'batch', { min: 1, max: 30, step: 1, unit: '' }, this.text('batch'), this.setter('batch'))}
      ${this.gone('seed')
        ? nothing
        : html`<button class="button pg-wide" @click=${() => this.set({ seed: String(Math.floor(Math.random() * 1e6)) })}>
            Regenerate
          </button>`}
    </section>`;
  }

  private ownPoints() {
    const classes = Array.from({ length: MOST_CLASSES }, (_, i) => i);
    return html`<div class="pg-paint">
      <p class="pg-hint">Paint on the plane with a class:</p>
      <div class="pg-brushes" role="group" aria-label="Brush">
        ${classes.map(
          (each) =>
            html`<button class="pg-brush" aria-pressed=${this.brush === each} aria-label="Class ${each + 1}"
              style="--tone: ${this.hasUpdated ? this.brushColour(each) : 'gray'}"
              @click=${() => (this.brush = each)}>${each + 1}</button>`,
        )}
        <button class="pg-brush pg-rubber" aria-pressed=${this.brush < 0} @click=${() => (this.brush = -1)}>Rub out</button>
      </div>
      <div class="pg-paint-tools">
        <button class="pg-text-button" ?disabled=${!this.undoable.length} @click=${this.unpaint}>Undo</button>
        <button class="pg-text-button" @click=${() => this.setPoints('')}>Clear</button>
        <label class="pg-text-button pg-file">Load CSV<input type="file" accept=".csv,text/csv,text/plain"
          @change=${this.loadTable} /></label>
      </div>
    </div>`;
  }

  private brushColour(index: number): string {
    const { colours } = this.paints();
    return (colours.classes.length > 2 ? colours.classes : [...colours.classes, ...this.moreColours()])[index];
  }

  private moreColours(): string[] {
    return planeColours(this.querySelector<HTMLElement>('.pg-probe')!, MOST_CLASSES).classes.slice(2);
  }

  private paintPoint(event: CustomEvent<{ x: number; y: number }>): void {
    const points = readPoints(this.text('points'));
    const next = painted(points, event.detail.x, event.detail.y, this.brush);
    if (next !== points && next.length !== points.length) {
      this.setPoints(writePoints(next));
      this.paint();
    }
  }

  private setPoints(text: string): void {
    this.undoable = [...this.undoable.slice(-99), this.text('points')];
    this.set({ points: text });
  }

  private unpaint = (): void => {
    this.set({ points: this.undoable[this.undoable.length - 1] });
    this.undoable = this.undoable.slice(0, -1);
  };

  private loadTable = async (event: Event): Promise<void> => {
    const box = event.target as HTMLInputElement;
    const file = box.files?.[0];
    if (file) {
      this.undoable = [...this.undoable, this.text('points')];
      this.tell('csv', { text: (await file.slice(0, 600_000).text()).slice(0, 500_001) });
      box.value = '';
    }
  };

  private networkColumn() {
    const hidden = this.hiddenLayers;
    const count = hidden.length === 1 ? '1 hidden layer' : `${hidden.length} hidden layers`;
    const setLayers = (layers: HiddenLayer[]) => this.set({ hidden: writeLayers(layers) });
    const added = { units: 2, activation: hidden[hidden.length - 1]?.activation ?? 'tanh' };
    return html`<section class="pg-network" aria-labelledby="pg-network-title">
      <div class="pg-network-head">
        <h2 id="pg-network-title">Network</h2>
        ${this.gone('layers')
          ? nothing
          : html`<button class="pg-mini" aria-label="Remove the last hidden layer" ?disabled=${!hidden.length}
                @click=${() => setLayers(hidden.slice(0, -1))}>−</button>
              <span data-figure="layers">${count}</span>
              <button class="pg-mini" aria-label="Add a hidden layer" ?disabled=${hidden.length >= MOST_LAYERS}
                @click=${() => setLayers([...hidden, added])}>+</button>`}
      </div>
      <div class="pg-diagram-scroll" @point=${this.onPoint} @choose=${this.onChoose}
        @inputs=${(event: CustomEvent) => this.set({ inputs: event.detail.inputs.join(',') })}
        @layers=${(event: CustomEvent) => setLayers(event.detail.layers)}>
        <sb-pg-diagram .room=${this.room} .tall=${this.tall} .model=${this.model()}></sb-pg-diagram>
      </div>
      <div class="pg-inspect" @weight=${(event: CustomEvent) => this.tell('weight', event.detail)}
        @freeze=${(event: CustomEvent) => this.set({ freeze: event.detail.text })}
        @close=${() => (this.selected = undefined)}>
        <sb-pg-inspector .inspected=${this.inspected()}></sb-pg-inspector>
      </div>
    </section>`;
  }

  private model() {
    const net = this.shown ?? this.target;
    return net && this.setup
      ? {
          net,
          inputs: this.inputs,
          hidden: net.layers.slice(0, -1),
          activations: this.catalogue!.activations,
          gone: new Set(this.settings!.gone),
          cut: new Set(this.frame!.cut),
          selected: this.selected,
          step: this.frame!.epoch,
        }
      : undefined;
  }

  private onPoint(event: CustomEvent<{ place?: Place }>): void {
    this.pointed = event.detail.place;
  }

  private async onChoose(event: CustomEvent<{ place: Place; input?: number }>): Promise<void> {
    const { place, input } = event.detail;
    if (this.gone('editing')) {
      return;
    }
    this.selected = place;
    if (input !== undefined) {
      await this.updateComplete;
      await this.inspector!.updateComplete;
      this.inspector!.edit(input);
    }
  }

  /** The unit that is pressed, or else the one that is pointed at. */
  private inspected() {
    const net = this.target;
    const there = (place?: Place) =>
      net && place && place.layer >= 0 && place.unit < (net.layers[place.layer]?.units ?? 0) ? place : undefined;
    const pointed = there(this.pointed);
    const place = pointed ?? there(this.selected);
    if (!net || !place) {
      return undefined;
    }
    const selected = there(this.selected);
    const titles = new Map(this.catalogue!.inputs.map(({ key, title }) => [key, title]));
    const names =
      place.layer === 0
        ? net.inputs.map((key) => titles.get(key)!)
        : Array.from({ length: net.inputsOf(place.layer) }, (_, i) => `a${subscript(i + 1)}`);
    return {
      net,
      place,
      names,
      outputs: forward(net, [this.probe.x], [this.probe.y]),
      probe: this.probe,
      editing: !!selected && selected.layer === place.layer && selected.unit === place.unit,
      freeze: this.text('freeze'),
      cut: new Set(this.frame!.cut),
    };
  }

  private outputColumn() {
    const { frame } = this;
    const place = this.pointed;
    const shown = place && this.target
      ? place.layer < 0 ? `Input ${this.inputs[place.unit]?.title}` : unitName(this.target, place)
      : 'Output';
    return html`<section class="pg-output" aria-labelledby="pg-output-title">
      <div class="pg-output-head">
        <h2 id="pg-output-title">${shown}</h2>
      </div>
      <div class="pg-scores">
        <dl>
          <div><dt>Test loss</dt><dd data-figure="test-loss">${significant(frame?.test.loss ?? NaN, 3)}</dd></div>
          <div class="quiet"><dt>Training loss</dt><dd data-figure="train-loss">${significant(frame?.train.loss ?? NaN, 3)}</dd></div>
        </dl>
        <sb-pg-losses .moments=${this.moments}></sb-pg-losses>
      </div>
      ${frame?.notice
        ? html`<p class="pg-notice ${frame.broken ? 'problem' : ''}" role="status">${frame.notice}</p>`
        : nothing}
      <sb-pg-output .label=${this.outputWords()} .size=${Math.min(330, this.plane)}
        .painting=${this.isOwn} @paint=${this.paintPoint}
        @probe=${(event: CustomEvent) => (this.probe = event.detail)}></sb-pg-output>
      ${(this.setup?.classes ?? 0) > 2
        ? nothing
        : html`<div class="pg-scale" aria-hidden="true"><span>−1</span><span>0</span><span>1</span></div>`}
      <div class="pg-checks">
        ${this.gone('test') ? nothing : check('Show test points', 'test', this.text('test'), this.setter('test'))}
        ${this.gone('discrete') ? nothing : check('Two colours only', 'discrete', this.text('discrete'), this.setter('discrete'))}
      </div>
      ${this.matrix()}
    </section>`;
  }

  private get plane(): number {
    return this.querySelector('.pg-output')?.clientWidth || 330;
  }

  private outputWords(): string {
    const { setup, frame } = this;
    if (!setup || !frame) {
      return 'The plane';
    }
    const right = frame.test.accuracy === undefined ? '' : ` ${Math.round(100 * frame.test.accuracy)} % of the test points are right.`;
    return `The plane with ${setup.training.x.length} training points over the output.${right}`;
  }

  private matrix() {
    const { matrix, test } = this.frame ?? {};
    if (!matrix || this.gone('more')) {
      return nothing;
    }
    const names = matrix.length === 2 ? ['−1', '1'] : matrix.map((_, i) => String(i + 1));
    return html`<details class="pg-matrix">
      <summary>${Math.round(1000 * (test?.accuracy ?? NaN)) / 10} % of the test points are right</summary>
      <table>
        <thead>
          <tr><th scope="col">is \\ taken for</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>
          ${matrix.map(
            (row, i) =>
              html`<tr><th scope="row">${names[i]}</th>
                ${row.map((count, j) => html`<td class=${i === j ? 'right' : ''}>${whole(count)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

function subscript(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join('');
}

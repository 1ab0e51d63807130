import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { planeColours } from '../plane/colours.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { Brush } from './brush.js';
import { dataColumn } from './data-column.js';
import type { Desk } from './desk.js';
import { forward } from './forward.js';
import { type Paints, tones } from './heat.js';
import { type HiddenLayer, MOST_LAYERS, readLayers, writeLayers } from './layers.js';
import {
  type Catalogue,
  type FrameMessage,
  type Lane,
  type Message,
  type Place,
  type SettingsMessage,
  type Setup,
  readNet,
  readSetup,
} from './messages.js';
import type { Net } from './net.js';
import { outputColumn } from './output-column.js';
import { MOST_CLASSES } from './own-points.js';
import { between, fields, inputField } from './painter.js';
import './sb-pg-compare.js';
import type { Kept } from './sb-pg-compare.js';
import { type Diagram, isProbability, unitName } from './sb-pg-diagram.js';
import './sb-pg-inspector.js';
import type { Inspector } from './sb-pg-inspector.js';
import './sb-pg-losses.js';
import { type Moment, withMoment } from './sb-pg-losses.js';
import './sb-pg-output.js';
import type { Output } from './sb-pg-output.js';
import './sb-pg-thumb.js';
import { topBar } from './top-bar.js';

/** Between two frames, in milliseconds. */
const BEAT = 100;
/** A picture that takes longer, in milliseconds, is drawn once a frame. */
const QUICK = 9;
const WIDEST_PLANE = 330;

/**
 * The Playground: all its controls and pictures. The server trains and sends weights; everything that is drawn is computed
 * here. Fires `change-settings`, `act`, `weight`, `csv`, `sweep`, `save`, `open` and `hash`.
 */
@customElement('sb-playground')
export class Playground extends LitElement implements Desk {
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) settings!: SettingsMessage;
  @property({ attribute: false }) notices: string[] = [];
  @query('sb-pg-diagram') private diagram?: Diagram;
  @query('sb-pg-output') private output?: Output;
  @query('sb-pg-inspector') private inspector?: Inspector;
  @state() private setup?: Setup;
  @state() private frame?: FrameMessage;
  @state() private lanes: Lane[] = [];
  @state() private kept: Kept[] = [];
  @state() private moments: Moment[] = [];
  @state() private pointed?: Place;
  @state() private selected?: Place;
  @state() private probe = { x: 1, y: 1 };
  @state() private pending: Record<string, string> = {};
  @state() private room = 700;
  @state() private tall = 440;
  private readonly brush = new Brush(this, () => {
    this.requestUpdate();
    this.paint();
  });
  private target?: Net;
  private shown?: Net;
  private spent = 0;
  private changes = 0;
  private animation = 0;
  private known?: Paints;
  private ends: (() => void)[] = [];

  protected createRenderRoot() {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const repaint = () => {
      this.known = undefined;
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

  // --- what the server sends --------------------------------------------------------------------------------------

  /** Takes what is new; the promise is kept when it is on the screen. */
  async take({ setup, frame, sweep }: Message): Promise<void> {
    if (setup) {
      this.setup = readSetup(setup);
      this.known = undefined;
    }
    const anew = frame.network !== this.frame?.network;
    const losses = { train: frame.train.loss ?? NaN, test: frame.test.loss ?? NaN };
    this.moments = withMoment(anew ? [] : this.moments, { step: frame.step, ...losses });
    this.shown = anew ? undefined : this.shown;
    this.frame = frame;
    this.target = readNet(this.setup!, frame);
    this.lanes = sweep ?? this.lanes;
    await this.updateComplete;
    await this.show();
  }

  /** What every unit gives for some points, with the network as the page has it. */
  outputsAt(points: [number, number][]) {
    const net = this.target!;
    const outputs = forward(net, points.map(([x]) => x), points.map(([, y]) => y));
    return {
      inputs: net.inputs,
      layers: net.layers,
      weights: [...net.weights],
      outputs: outputs.map((layer) => layer.map((unit) => [...unit])),
    };
  }

  /** Saves a text as a file. */
  download(name: string, text: string): void {
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
  }

  // --- pictures ---------------------------------------------------------------------------------------------------

  /** Moves the picture over to the new weights. */
  private show(): Promise<void> {
    cancelAnimationFrame(this.animation);
    const from = this.shown?.weights;
    const to = this.target!;
    const smooth = this.frame!.playing && !isStill() && this.spent < QUICK && from?.length === to.weights.length;
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
    const { grid, outputs } = fields(net);
    const paints = this.paints();
    const inputs = this.inputs.map((input) => inputField(input.key, grid));
    this.diagram.draw({ outputs, inputs, side: grid.side, tones: paints.tones, still: isStill() });
    this.output.draw({
      ...this.ground(net, outputs, inputs),
      ...paints,
      side: grid.side,
      discrete: this.text('discrete') === 'yes',
      setup: this.setup,
      showTest: this.text('test') === 'yes' || this.isOwn,
      fresh: this.isOwn ? this.brush.fresh() : undefined,
      probe: this.selected || this.pointed ? this.probe : undefined,
    });
    this.spent = performance.now() - begin;
  }

  /** What the plane shows: the unit that is pointed at, or else the output. */
  private ground(net: Net, outputs: Float32Array[][], inputs: Float32Array[]) {
    const place = this.pointed;
    const last = net.layers.length - 1;
    const probability = isProbability(net.output.activation);
    if (place && place.layer < 0) {
      return { fields: [inputs[place.unit]], probability: false };
    }
    const field = place && outputs[place.layer + 1]?.[place.unit];
    return field
      ? { fields: [field], probability: place.layer === last && probability }
      : { fields: outputs[last + 1], probability };
  }

  private paints(): Paints {
    if (!this.known) {
      const probe = this.querySelector<HTMLElement>('.pg-probe')!;
      const several = planeColours(probe, MOST_CLASSES);
      const two = planeColours(probe, 2);
      const colours = (this.setup?.classes ?? 2) > 2 ? several : two;
      this.brush.colours = colours === two ? [...two.classes, ...several.classes.slice(2)] : several.classes;
      this.known = { colours, tones: tones(colours) };
    }
    return this.known;
  }

  // --- settings ---------------------------------------------------------------------------------------------------

  text(key: string): string {
    return this.pending[key] ?? this.settings.texts[key] ?? '';
  }

  get loss(): string {
    return this.pending.loss ?? this.settings.loss;
  }

  set(changed: Record<string, string>): void {
    this.pending = { ...this.pending, ...changed };
    this.tell('change-settings', { texts: changed, number: ++this.changes });
  }

  setter(key: string): (text: string) => void {
    return (text) => this.set({ [key]: text });
  }

  gone(control: string): boolean {
    return this.settings.gone.includes(control);
  }

  tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private get isOwn(): boolean {
    return this.text('data') === 'own';
  }

  private get inputs() {
    return this.catalogue.inputs.filter(({ key }) => !this.gone(key));
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
    if (['pointed', 'settings', 'selected', 'probe'].some((each) => changed.has(each))) {
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
      ${topBar(this, this.frame)}
      <div class="pg-columns">
        ${dataColumn(this, this.brush, this.hasUpdated ? this.paints() : undefined)}${this.networkColumn()}
        ${outputColumn(this, {
          title: this.pictured,
          frame: this.frame,
          setup: this.setup,
          moments: this.moments,
          size: Math.min(WIDEST_PLANE, this.querySelector('.pg-output')?.clientWidth || WIDEST_PLANE),
          painting: this.isOwn,
          onProbe: (event) => (this.probe = event.detail),
          onPaint: (event) => this.brush.stroke(event.detail.x, event.detail.y),
        })}
      </div>
      ${this.gone('compare') ? nothing : this.compare()}`;
  }

  private networkColumn() {
    const hidden = readLayers(this.text('hidden'));
    const setLayers = (layers: HiddenLayer[]) => this.set({ hidden: writeLayers(layers) });
    const added = { units: 2, activation: hidden[hidden.length - 1]?.activation ?? 'tanh' };
    return html`<section class="pg-network" aria-labelledby="pg-network-title">
      <div class="pg-network-head">
        <h2 id="pg-network-title">Network</h2>
        ${this.gone('layers')
          ? nothing
          : html`<button class="pg-mini" aria-label="Remove the last hidden layer" ?disabled=${!hidden.length}
                @click=${() => setLayers(hidden.slice(0, -1))}>−</button>
              <span data-figure="layers">${hidden.length === 1 ? '1 hidden layer' : `${hidden.length} hidden layers`}</span>
              <button class="pg-mini" aria-label="Add a hidden layer" ?disabled=${hidden.length >= MOST_LAYERS}
                @click=${() => setLayers([...hidden, added])}>+</button>`}
      </div>
      <div class="pg-diagram-scroll" @point=${(event: CustomEvent) => (this.pointed = event.detail.place)}
        @choose=${this.choose} @inputs=${(event: CustomEvent) => this.set({ inputs: event.detail.inputs.join(',') })}
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
    return (
      net && {
        net,
        inputs: this.inputs,
        hidden: net.layers.slice(0, -1),
        activations: this.catalogue.activations,
        gone: new Set(this.settings.gone),
        cut: new Set(this.frame!.cut),
        selected: this.selected,
        step: this.frame!.epoch,
      }
    );
  }

  private async choose(event: CustomEvent<{ place: Place; input?: number }>): Promise<void> {
    const { place, input } = event.detail;
    if (!this.gone('editing')) {
      this.selected = place;
      if (input !== undefined) {
        this.pointed = undefined;
        await this.updateComplete;
        await this.inspector!.updateComplete;
        this.inspector!.edit(input);
      }
    }
  }

  private there(place?: Place): Place | undefined {
    const units = place && place.layer >= 0 ? this.target?.layers[place.layer]?.units : undefined;
    return place && place.unit < (units ?? 0) ? place : undefined;
  }

  /** The unit that is pointed at, or else the one that is pressed. */
  private inspected() {
    const net = this.target;
    const selected = this.there(this.selected);
    const place = this.there(this.pointed) ?? selected;
    if (!net || !place) {
      return undefined;
    }
    const titles = new Map(this.catalogue.inputs.map(({ key, title }) => [key, title]));
    return {
      net,
      place,
      names:
        place.layer === 0
          ? net.inputs.map((key) => titles.get(key)!)
          : Array.from({ length: net.inputsOf(place.layer) }, (_, i) => `a${subscript(i + 1)}`),
      outputs: forward(net, [this.probe.x], [this.probe.y]),
      probe: this.probe,
      editing: selected?.layer === place.layer && selected.unit === place.unit,
      freeze: this.text('freeze'),
      cut: new Set(this.frame!.cut),
    };
  }

  /** Of what the plane is a picture. */
  private get pictured(): string {
    const place = this.pointed;
    if (!place || !this.target) {
      return 'Output';
    }
    return place.layer < 0 ? `Input ${this.inputs[place.unit]?.title}` : unitName(this.target, place);
  }

  private compare() {
    return html`<details class="pg-compare" @sweep=${(event: CustomEvent) => this.tell('sweep', event.detail)}
      @keep=${this.keep} @use=${this.use}>
      <summary>Compare runs</summary>
      <sb-pg-compare .lanes=${this.lanes} .kept=${this.kept}></sb-pg-compare>
    </details>`;
  }

  private keep(): void {
    const { link } = this.settings;
    const epochs = (this.setup?.training.x.length ?? 1) / (this.setup?.batch ?? 1);
    const moments = this.moments.map((moment) => ({ ...moment, step: moment.step / Math.ceil(epochs) }));
    this.kept = [...this.kept, { name: link.replaceAll('&', ' ') || 'first setup', link, moments }].slice(-8);
  }

  private use(event: CustomEvent<{ texts?: Record<string, string>; link?: string }>): void {
    const { texts, link } = event.detail;
    if (texts) {
      this.set(texts);
    } else {
      location.search = link ?? '';
    }
  }
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function subscript(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join('');
}
